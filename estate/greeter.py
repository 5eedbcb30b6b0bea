"""Greets whoever asks and counts in PostgreSQL how often: Python's standard library and psql, as in many a company."""

import http.server
import os
import subprocess
import sys
import threading
import urllib.parse

PORT, DATABASE, NIGHTLY = int(sys.argv[1]), sys.argv[2], sys.argv[3]
requests = {"200": 0, "503": 0}
lock = threading.Lock()


def query(sql, **values):
    command = ["psql", "-h", DATABASE, "-U", "estate", "-d", "postgres", "-AtqX", "-v", "ON_ERROR_STOP=1"]
    for name, value in values.items():
        command += ["-v", f"{name}={value}"]
    done = subprocess.run(command, input=sql, capture_output=True, text=True, timeout=3)
    if done.returncode:
        raise OSError(done.stderr.strip())
    return done.stdout.strip()


class Greeter(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        if address.path == "/metrics":
            self.answer(200, self.metrics())
        elif address.path == "/greet":
            self.greet(urllib.parse.parse_qs(address.query).get("name", ["you"])[0][:100])
        else:
            self.answer(404, "not here\n")

    def greet(self, name):
        try:
            times = query(
                "insert into greeting (name) values (:'name'); select count(*) from greeting where name = :'name';",
                name=name,
            )
            status, text = 200, f"Hello {name}, {times} times\n"
        except (OSError, subprocess.TimeoutExpired):
            status, text = 503, "no database\n"
        with lock:
            requests[str(status)] += 1
        self.answer(status, text)

    def metrics(self):
        try:
            query("select 1;")
            database = 1
        except (OSError, subprocess.TimeoutExpired):
            database = 0
        nightly = os.path.getmtime(NIGHTLY) if os.path.exists(NIGHTLY) else 0
        lines = [f'greeter_requests_total{{code="{code}"}} {count}' for code, count in requests.items()]
        lines += [f"greeter_database_up {database}", f"nightly_last_success_timestamp_seconds {nightly}"]
        return "\n".join(lines) + "\n"

    def answer(self, status, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, form, *values):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Greeter).serve_forever()
