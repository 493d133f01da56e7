"""The empty workbook as it is handed out: made once for all tests of a process, for it takes a second."""

from functools import cache

from shell.handouts.workbooks.template import template_workbook

empty_workbook = cache(template_workbook)
