"""Vejledning: what each kind of user sees and can do, in Danish and with pictures."""

import streamlit as st

from shell.frame import address, frame
from shell.screens.vejledning import guide, part

opening, parts = guide()
frame.conclusion("Vælg, hvem du er: så står der, hvad du ser, og hvad du kan gøre")
st.markdown(opening)
names = list(parts)
chosen = address.pick("Vejledning til", "hvem", names, str, names[0]) or names[0]
part(parts[chosen])
