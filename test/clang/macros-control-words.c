// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Macros that make control words of permutations and reductions.
// RUN: %tpc-clang -fsyntax-only %s

_Static_assert(MdgCtrlSingle(1, 2, 1, 1) == (1 | 2 << 2 | 1 << 4 | 1 << 5), "");
_Static_assert(MdgCtrlAll(0, 1, 2, 3) == (1 << 2 | 2 << 4 | 3 << 6), "");
_Static_assert(MkRMW(7, 1, 1, 0) == (7 | 1 << 4 | 1 << 6), "");
_Static_assert(MkWr(1, 0) == SW_WR_LOWER_GROUP, "");
_Static_assert(RMW_OP_MAX_0_ADD == 4 << 4, "");
void main(tensor a) {}
