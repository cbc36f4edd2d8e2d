"""Counts in DuckDB for `prikk-bench columns`: answers a line for each line it reads.

Arguments: file rows threads name:cardinality,...
The file holds each column, 2 bytes a row, one after another. Says `ready` when tables are filled.
Lines: `time integer|enum|varchar name,name` -> milliseconds; `check integer name,name` -> checksum.
"""

import sys
import time

import duckdb
import numpy


def main():
    file, rows, threads, layout = sys.argv[1:]
    cardinality = {
        name: int(count) for name, count in (pair.split(":") for pair in layout.split(","))
    }
    connection = duckdb.connect(":memory:", config={"threads": int(threads)})
    fill(connection, numpy.fromfile(file, dtype="<u2").reshape(-1, int(rows)), cardinality)
    print("ready", flush=True)
    for line in sys.stdin:
        verb, types, axes = line.split()
        axes = axes.split(",")
        if verb == "time":
            print(milliseconds(connection, axes, types), flush=True)
        else:
            print(checksum(connection, axes, cardinality), flush=True)


def fill(connection, codes, cardinality):
    """Tables of the same rows: unsigned integers of 1 or 2 bytes, enums, and short texts."""
    data = {
        name: codes[number].astype("u1" if cardinality[name] <= 256 else "u2")
        for number, name in enumerate(cardinality)
    }
    connection.execute("create table integer_codes as select * from data")
    texts = ", ".join(f"'c' || lpad({name}::varchar, 3, '0') as {name}" for name in data)
    connection.execute(f"create table varchar_codes as select {texts} from integer_codes")
    for name in data:
        values = ", ".join(f"'c{code:03}'" for code in range(cardinality[name]))
        connection.execute(f"create type {name}_enum as enum ({values})")
    enums = ", ".join(f"{name}::{name}_enum as {name}" for name in data)
    connection.execute(f"create table enum_codes as select {enums} from varchar_codes")


def milliseconds(connection, axes, types):
    """How long one count takes, without handing its groups over to Python.

    The groups are counted and added up inside DuckDB, so that it does not pay for a large result;
    each group's columns are used, so that none is optimised away.
    """
    by = ", ".join(axes)
    used = ", ".join(f"max({axis})" for axis in axes)
    query = (
        f"select count(*), sum(n), {used} from "
        f"(select {by}, count(*) as n from {types}_codes group by {by})"
    )
    start = time.perf_counter()
    connection.execute(query).fetchall()
    return (time.perf_counter() - start) * 1e3


def checksum(connection, axes, cardinality):
    """The sum of count × (cell + 1) modulo 2⁶⁴, as the other side computes it."""
    by = ", ".join(axes)
    query = f"select {by}, count(*) as n from integer_codes group by {by}"
    result = connection.execute(query).fetchnumpy()
    cell = numpy.zeros(len(result["n"]), dtype="u8")
    for axis in axes:
        cell = cell * numpy.uint64(cardinality[axis]) + result[axis].astype("u8")
    products = (cell + numpy.uint64(1)) * result["n"].astype("u8")
    return int(products.sum(dtype="u8"))


main()
