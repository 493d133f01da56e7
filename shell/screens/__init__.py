"""What the screens are made of, one file per screen or part of one: Streamlit calls, no rules."""
