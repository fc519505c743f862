"""What holds for every test."""

import signal

# A program started in the background may ignore Ctrl-C, and hands that on to all it starts; tests
# that press Ctrl-C need the usual answer.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
