"""Planchen på telefon: each table marks the sheet on a phone while the chair sees the sum."""

import streamlit as st

from shell import frame
from shell.live.settings import live_store
from shell.screens import live as screen
from shell.sources.configured import read_settings
from shell.view import view

seen = view()
store = live_store(read_settings())
if store is None:
    frame.conclusion("Planchen kan ikke udfyldes på telefon her")
    screen.not_here()
    st.stop()
seminars = store.seminars()
seminar = screen.newest(seminars, is_open=True)
if seminar:
    frame.conclusion(f"Planchen er åben for {len(seminar.tables)} borde")
    screen.close(store, seminar)
    screen.sum_as_it_comes(store, seminar, seen.today)
    screen.links(seminar)
    st.stop()
closed = screen.newest(seminars, is_open=False)
frame.conclusion("Planchen er lukket: ingen kan skrive" if closed else "Planchen er ikke åbnet endnu")
screen.open_new(seen, store, closed)
if closed:
    screen.sum_as_it_comes(store, closed, seen.today)
    screen.after(store, closed, seen.loaded.dataset.organisation or "")
