//===-- TPCAdvice.h - What to write instead ---------------------*- C++ -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_CLANG_TPCADVICE_H
#define OPENTPC_CLANG_TPCADVICE_H

namespace clang {
class DiagnosticsEngine;
} // namespace clang

namespace tpc {

/// Adds notes to errors at TPC-C that Clang's parser does not take.
void addAdvice(clang::DiagnosticsEngine &Diags);

} // namespace tpc

#endif // OPENTPC_CLANG_TPCADVICE_H
