"""The sheet on the tables, live: each table marks it on a phone, and the chair's screen shows the sum."""
