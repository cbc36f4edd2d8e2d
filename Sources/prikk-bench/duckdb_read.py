"""Reads CSV files in DuckDB for `prikk-bench registers`: answers a line for each line it reads.

Arguments: file threads name:type,...   (types as DuckDB names them, `enum` for codes)
Lines: `time varchar|enum` -> milliseconds, and those of all cores, to fill a table; `check` -> rows and sums of its columns.
"""

import sys
import time

import duckdb


def main():
    file, threads, layout = sys.argv[1:]
    columns = dict(pair.split(":") for pair in layout.split(","))
    connection = duckdb.connect(":memory:", config={"threads": int(threads)})
    for name, kind in columns.items():
        if kind == "enum":
            query = f"select distinct \"{name}\" from read_csv('{file}', all_varchar=true) order by 1"
            values = [row[0] for row in connection.execute(query).fetchall()]
            texts = ", ".join(f"'{value}'" for value in values)
            connection.execute(f"create type {name}_enum as enum ({texts})")
    print("ready", flush=True)
    for line in sys.stdin:
        verb, *words = line.split()
        if verb == "time":
            print(fill(connection, file, columns, words[0]), flush=True)
        else:
            print(check(connection, columns), flush=True)


def fill(connection, file, columns, codes):
    """Milliseconds, and those of all cores, to read the file; no type is left to be guessed."""
    connection.execute("drop table if exists register")
    types = {
        name: kind if kind != "enum" else "varchar" if codes == "varchar" else f"{name}_enum"
        for name, kind in columns.items()
    }
    described = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    query = (
        f"create table register as select * from read_csv('{file}', columns={{{described}}}, "
        "header=true, auto_detect=false, delim=',', quote='\"', escape='\"', dateformat='%Y-%m-%d')"
    )
    start, start_of_cores = time.perf_counter(), time.process_time()
    connection.execute(query)
    elapsed, of_cores = time.perf_counter() - start, time.process_time() - start_of_cores
    return f"{elapsed * 1e3} {of_cores * 1e3}"


def check(connection, columns):
    """Rows, then for each number or day the sum and the fields that are not empty."""
    parts = ["count(*)"]
    for name, kind in columns.items():
        if kind == "integer":
            parts += [f"sum(\"{name}\")", f"count(\"{name}\")"]
        if kind == "date":
            parts += [f"sum(\"{name}\" - date '1970-01-01')", f"count(\"{name}\")"]
    query = f"select {', '.join(parts)} from register"
    return " ".join(str(int(value)) for value in connection.execute(query).fetchone())


main()
