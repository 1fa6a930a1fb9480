"""A QTI 2.1 package: a manifest, a test that gives the order, and a file for each item.

Source: IMS Question and Test Interoperability 2.1, information model and integration guide; IMS Content
Packaging 1.1.4.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from assistant.quiz.formats.model import Job
from assistant.quiz.formats.qti_item import QTI, assessment_item, identifier
from assistant.rendering.plain import one_line

PACKAGING = "http://www.imsglobal.org/xsd/imscp_v1p1"
MANIFEST, TEST = "imsmanifest.xml", "assessment.xml"
#: The earliest that a zip can hold: files of the same quiz are the same bytes whenever they are made.
_DATE = (1980, 1, 1, 0, 0, 0)


def write_qti(job: Job) -> bytes:
    """Every kind, as a zip file."""
    names = [identifier(item) for item in job.quiz.items]
    title = one_line(job.quiz.title) or "Quiz"
    files = {MANIFEST: _manifest(names), TEST: _test(title, names)}
    for name, item in zip(names, job.quiz.items, strict=True):
        files[_file(name)] = assessment_item(item, job.documents)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for path, root in files.items():
            entry = zipfile.ZipInfo(path, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, tostring(root, encoding="utf-8", xml_declaration=True))
    return content.getvalue()


def _file(name: str) -> str:
    return f"items/{name}.xml"


def _manifest(names: Sequence[str]) -> Element:
    root = Element("manifest", xmlns=PACKAGING, identifier="manifest")
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = "QTIv2.1 Package"
    SubElement(metadata, "schemaversion").text = "1.0.0"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    test = _resource(resources, "test", "imsqti_test_xmlv2p1", TEST)
    for name in names:
        SubElement(test, "dependency", identifierref=name)
        _resource(resources, name, "imsqti_item_xmlv2p1", _file(name))
    return root


def _resource(resources: Element, name: str, kind: str, path: str) -> Element:
    resource = SubElement(resources, "resource", identifier=name, type=kind, href=path)
    SubElement(resource, "file", href=path)
    return resource


def _test(title: str, names: Sequence[str]) -> Element:
    root = Element("assessmentTest", xmlns=QTI, identifier="test", title=title)
    part = SubElement(
        root,
        "testPart",
        identifier="part",
        navigationMode="nonlinear",
        submissionMode="individual",
    )
    section = SubElement(part, "assessmentSection", identifier="section", title=title, visible="true")
    for name in names:
        SubElement(section, "assessmentItemRef", identifier=name, href=_file(name))
    return root
