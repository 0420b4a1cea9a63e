"""Sends one request to the RAPI daemon of the node that this runs on, as a client of it does.

Arguments: the method and the path, as in "GET" "/2/instances?bulk=1"; after so many seconds, if they are given, the
client goes away without an answer, and one that has come by then is a failure. The daemon is known by its certificate, and
the client by the first user of RAPI's user file. Exit status 1 when the answer is no success; then it says so.
"""

import base64
import http.client
import ssl
import sys

FOLDER = "/var/lib/ganeti"
PORT = 5080
TIMEOUT = 15 * 60


def first_user():
    with open(FOLDER + "/rapi/users") as users:
        for line in users:
            words = line.split("#")[0].split()
            if len(words) > 1:
                return ":".join(words[:2])
    sys.exit("the user file of RAPI has no user")


method, path, *leaves = sys.argv[1:]
context = ssl.create_default_context(cafile=FOLDER + "/rapi.pem")
# The certificate is the daemon's own: it names no host, and is no authority, as Python 3.13 asks of its issuer.
context.check_hostname = False
context.verify_flags &= ~ssl.VERIFY_X509_STRICT
connection = http.client.HTTPSConnection("127.0.0.1", PORT, timeout=TIMEOUT, context=context)
user = base64.b64encode(first_user().encode()).decode()
connection.request(method, path, headers={"Authorization": "Basic " + user})
if leaves:
    connection.sock.settimeout(float(leaves[0]))
    try:
        connection.getresponse()
    except TimeoutError:
        sys.exit(0)
    sys.exit(f"the answer came before the client had gone away, within {leaves[0]} s")
answer = connection.getresponse()
body = answer.read()
if answer.status // 100 != 2:
    sys.exit(f"{answer.status} {answer.reason}: {body[:300].decode(errors='replace')}")
