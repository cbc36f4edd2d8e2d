"""Times counts in DuckDB for `prikk-bench columns`, one line of JSON an answer.

Arguments: file rows threads repeats name:cardinality,... question...
The file holds each column, 2 bytes a row, one after another. A question is names with commas.
"""

import json
import sys
import time

import duckdb
import numpy


def main():
    file, rows, threads, repeats, layout, *questions = sys.argv[1:]
    rows, repeats = int(rows), int(repeats)
    columns = [pair.split(":") for pair in layout.split(",")]
    cardinality = {name: int(count) for name, count in columns}
    codes = numpy.fromfile(file, dtype="<u2").reshape(len(columns), rows)
    data = {
        name: codes[number].astype("u1" if cardinality[name] <= 256 else "u2")
        for number, (name, _) in enumerate(columns)
    }
    connection = duckdb.connect(":memory:", config={"threads": int(threads)})
    names = list(data)
    connection.execute("create table integer_codes as select * from data")
    texts = ", ".join(f"'c' || lpad({name}::varchar, 3, '0') as {name}" for name in names)
    connection.execute(f"create table varchar_codes as select {texts} from integer_codes")
    for name in names:
        values = ", ".join(f"'c{code:03}'" for code in range(cardinality[name]))
        connection.execute(f"create type {name}_enum as enum ({values})")
    enums = ", ".join(f"{name}::{name}_enum as {name}" for name in names)
    connection.execute(f"create table enum_codes as select {enums} from varchar_codes")
    for number, question in enumerate(questions):
        axes = question.split(",")
        for types in ("integer", "enum", "varchar"):
            few = repeats if types == "integer" else min(repeats, 3)
            milliseconds = measure(connection, axes, types, few)
            checksum = check(connection, axes, cardinality) if types == "integer" else 0
            answer = {
                "question": number, "types": types, "milliseconds": milliseconds,
                "checksum": str(checksum),
            }
            print(json.dumps(answer), flush=True)


def measure(connection, axes, types, repeats):
    """Milliseconds of each repeat, after one to warm up; nothing is carried over into Python.

    The groups are counted and added up inside DuckDB, so that it does not pay for handing a
    large result to Python; each group's columns are used, so that none is optimised away.
    """
    by = ", ".join(axes)
    used = ", ".join(f"max({axis})" for axis in axes)
    query = (
        f"select count(*), sum(n), {used} from "
        f"(select {by}, count(*) as n from {types}_codes group by {by})"
    )
    milliseconds = []
    for _ in range(repeats + 1):
        start = time.perf_counter()
        connection.execute(query).fetchall()
        milliseconds.append((time.perf_counter() - start) * 1e3)
    return milliseconds[1:]


def check(connection, axes, cardinality):
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
