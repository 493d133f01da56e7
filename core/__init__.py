"""Pure rules and texts: no Streamlit, no network, no files, no clock."""
