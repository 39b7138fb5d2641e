#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints the bundles of an object's .text as hex, one a line."""

import sys

import mctool

code = mctool.text_section(sys.argv[1])
for at in range(0, len(code), mctool.BUNDLE):
    print(code[at:at + mctool.BUNDLE].hex())
