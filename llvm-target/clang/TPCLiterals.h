//===-- TPCLiterals.h - Literals that C does not have -----------*- C++ -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_CLANG_TPCLITERALS_H
#define OPENTPC_CLANG_TPCLITERALS_H

#include "llvm/Support/VirtualFileSystem.h"

namespace tpc {

/// The files of \p Base, where literals such as 1.5bf read as Clang knows them.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
createLiteralFileSystem(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Base);

} // namespace tpc

#endif // OPENTPC_CLANG_TPCLITERALS_H
