"""The pages of the Streamlit app. With app.py, the one home of streamlit."""
