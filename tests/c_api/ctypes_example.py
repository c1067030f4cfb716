"""Prices one tier through the C interface: what Python needs for it is eight lines."""
from ctypes import CDLL, Structure, byref, c_char_p, c_int32, c_int64, c_uint32, c_void_p, sizeof
FIGURES, TEXTS = ["membership", "prerequisite", "total"], ["status", "currency", "band", "schedule", "successor", "reason"]
class Answer(Structure):
    _fields_ = [(n, t) for t, names in [(c_uint32, ["size"]), (c_int32, ["code", "has_m", "has_p", "has_t", "_"]),
                (c_int64, FIGURES), (c_char_p, [f + "_text" for f in FIGURES] + TEXTS)] for n in names]
lib, fees, answer = CDLL("libptf_fees_c.so.1"), c_void_p(), Answer(sizeof(Answer))
lib.ptf_fees_open(None, byref(fees))
lib.ptf_fees_price(fees, b"general", c_int64(5000), c_int64(-2**63), b"company", None, byref(answer))
print(answer.total_text.decode() or answer.reason.decode(), answer.currency.decode(), answer.schedule.decode())
