"""Data: what was read, what could not be, exactly where, and what to do about it."""

import streamlit as st

from core.danish import count, number
from shell import frame
from shell.data import read_again
from shell.screens.data import problems_download, problems_of, tables_read
from shell.view import view

seen = view()
dataset = seen.loaded.dataset
read = sum(counted.read for counted in dataset.counts)
aside = read - sum(counted.used for counted in dataset.counts)
unusable = [counted for counted in dataset.counts if not counted.usable and not counted.table.optional]
if unusable:
    frame.conclusion(f"{count(len(unusable), 'tabel', 'tabeller')} mangler eller kan ikke læses")
elif not read:
    frame.conclusion("Tabellerne er der, men de er tomme")
elif aside:
    frame.conclusion(f"{number(aside)} af {count(read, 'række', 'rækker')} kan ikke læses og er ikke talt med")
elif dataset.problems:
    frame.conclusion(f"Alle {count(read, 'række', 'rækker')} er talt med, men der er noget at se på")
else:
    frame.conclusion(f"Alt er læst: {count(read, 'række', 'rækker')} uden problemer")
with st.container(horizontal=True):
    st.button("Hent igen nu", on_click=read_again, icon=":material/refresh:")
    if dataset.problems:
        problems_download(seen)
tables_read(dataset)
for counted in dataset.counts:
    problems_of(dataset, counted.table)
