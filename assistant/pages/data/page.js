// What the pages need of the browser: links between pages that keep the conversation, chips that open their
// quote, one announcement for each answer, scrolling to what was asked for, and a cookie that tells one browser's
// conversations from another's.
const STATE = (window.guidancePage ??= { go: null, done: new Set() });

export default function ({ data, setTriggerValue }) {
  STATE.go = (address) => setTriggerValue("go", address);
  if (!STATE.listening) {
    STATE.listening = true;
    document.documentElement.lang = "en-GB";
    document.addEventListener("click", onClick);
    region();
  }
  if (data?.cookie) remember(...data.cookie);
  for (const told of data?.told ?? []) carryOut(told);
}

function remember(name, value) {
  if (document.cookie.split("; ").some((held) => held.startsWith(`${name}=`))) return;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Strict${secure}`;
}

function onClick(event) {
  const link = event.target.closest?.("a[data-page], a[data-quote]");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
  if (!link || elsewhere) return;
  event.preventDefault();
  if (link.dataset.quote !== undefined) openQuote(link.hash.slice(1));
  else STATE.go?.(link.getAttribute("href"));
}

function openQuote(id) {
  const card = document.getElementById(id);
  if (!card) return;
  for (let around = card; around; around = around.parentElement) {
    if (around.tagName === "DETAILS") around.open = true;
  }
  const passage = card.querySelector("details");
  if (passage) passage.open = true;
  card.scrollIntoView({ block: "nearest" });
  (card.querySelector("summary") ?? card).focus({ preventScroll: true });
}

function carryOut({ key, say, show, focus }) {
  if (STATE.done.has(key)) return;
  STATE.done.add(key);
  if (say) region().textContent = say;
  if (show) whenThere(show, (element) => bring(element, focus));
}

function bring(element, focus) {
  element.scrollIntoView({ block: focus === "start" ? "start" : "center" });
  const lost = !document.activeElement || document.activeElement === document.body;
  if (lost || focus === "always") element.focus({ preventScroll: true });
}

function whenThere(id, act, tries = 120) {
  const element = document.getElementById(id);
  if (element) requestAnimationFrame(() => act(element));
  else if (tries > 0) requestAnimationFrame(() => whenThere(id, act, tries - 1));
}

function region() {
  let found = document.getElementById("announcements");
  if (!found) {
    found = document.createElement("div");
    found.id = "announcements";
    found.setAttribute("role", "status");
    found.setAttribute("aria-live", "polite");
    document.body.append(found);
  }
  return found;
}
