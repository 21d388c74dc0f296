"""Recomputes the sums of STUN messages with hashlib, hmac and zlib: a line of JSON for each that comes in."""
import hashlib
import hmac
import json
import sys
import zlib

MESSAGE_INTEGRITY, MESSAGE_INTEGRITY_SHA256, FINGERPRINT = 0x0008, 0x001C, 0x8028
ALGORITHMS = {"md5": hashlib.md5, "sha256": hashlib.sha256}


def key_of(credentials):
    password = credentials["password"].encode()
    if "algorithm" not in credentials:
        return password
    name, realm = credentials["username"].encode(), credentials["realm"].encode()
    return ALGORITHMS[credentials["algorithm"]](b":".join((name, realm, password))).digest()


def sums_of(octets, credentials):
    at = 20
    while at < len(octets):
        kind, length = int.from_bytes(octets[at : at + 2], "big"), int.from_bytes(octets[at + 2 : at + 4], "big")
        end = at + 4 + length
        covered = octets[:2] + (end - 20).to_bytes(2, "big") + octets[4:at]
        if kind == FINGERPRINT:
            yield (zlib.crc32(covered) ^ 0x5354554E).to_bytes(4, "big")
        elif kind == MESSAGE_INTEGRITY:
            yield hmac.new(key_of(credentials), covered, hashlib.sha1).digest()
        elif kind == MESSAGE_INTEGRITY_SHA256:
            yield hmac.new(key_of(credentials), covered, hashlib.sha256).digest()[:length]
        at = end + -length % 4


for line in sys.stdin:
    asked = json.loads(line)
    octets = bytes.fromhex(asked["octets"])
    print(json.dumps([one.hex() for one in sums_of(octets, asked["credentials"])]))
