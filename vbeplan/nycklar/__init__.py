"""Encryption at rest: the key ring, the field that uses it, and keyed hashes."""

from vbeplan.nycklar.hemlighet import hmac

__all__ = ["hmac"]
