//===-- TPCAction.h - What tpc-clang does with a source ---------*- C++ -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_CLANG_TPCACTION_H
#define OPENTPC_CLANG_TPCACTION_H

#include "TPCOptions.h"

namespace clang {
class CompilerInstance;
} // namespace clang

namespace tpc {

/// Does what the front end's options of \p CI ask for: code, IR, preprocessed
/// text, dependencies. False after an error, which was reported; no output is
/// left then.
bool runAction(clang::CompilerInstance &CI, const Options &Opts);

} // namespace tpc

#endif
