// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Versions that kernels compare with.
// RUN: %tpc-clang -fsyntax-only %s

#if __TPC_DROP_VERSION < VERSION2DEC(35, 0, 0)
#error "reductions are not there"
#endif
#if __HABANA_TOOL_VERSION >= VERSION2DEC(1, 0, 0)
#error "newer than the language"
#endif
void main(tensor a) {}
