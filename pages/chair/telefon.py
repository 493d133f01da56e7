"""Planchen på telefon: each table marks the sheet on a phone while the chair sees the sum."""

import streamlit as st

from core.danish import count
from core.organisation.settings import organisation_name
from shell.frame import address, frame
from shell.frame.view import view
from shell.live.act import ON_SEMINARS
from shell.screens import acts
from shell.screens import telefon as screen
from shell.screens.live_store import answering, kept_in

seen = view()
store = kept_in()
if store is None:
    frame.conclusion("Planchen kan ikke udfyldes på telefon her.")
    screen.not_here()
    st.stop()
with answering():
    seminars = store.seminars()
    if seminar := screen.newest(seminars, is_open=True):
        frame.conclusion(f"Planchen er åben for {count(len(seminar.tables), 'bord', 'borde')}.")
        if address.presented():
            screen.in_the_room(store, seminar, seen.today)
        else:
            screen.close(store, seminar)
            screen.links(store, seminar)
            screen.sum_as_it_comes(store, seminar, seen.today)
    else:
        closed = screen.newest(seminars, is_open=False)
        frame.conclusion("Planchen er lukket: ingen kan skrive." if closed else "Planchen er ikke åbnet endnu.")
        screen.open_new(seen, store, closed)
        if closed:
            screen.sum_as_it_comes(store, closed, seen.today)
            screen.after(store, closed, organisation_name(seen.loaded.dataset) or "")
    if not address.presented():
        screen.deleted(store, seen.today)
        acts.log(store, ON_SEMINARS, "Det er der gjort ved plancherne", seen.today)
