//===-- OutputFile.h - Files that tools write -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A tool writes its output when all has gone well, and never over its input.
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_TOOLS_COMMON_OUTPUTFILE_H
#define OPENTPC_TOOLS_COMMON_OUTPUTFILE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace tpc {

/// Whether writing \p Output would replace \p Input; prints an error then.
bool replacesInput(llvm::StringRef Tool, llvm::StringRef Output,
                   llvm::StringRef Input);

/// Writes \p Bytes to \p File (- is standard output) by way of a temporary
/// file, so that a failed write leaves nothing. False after a printed error.
bool writeFile(llvm::StringRef Tool, llvm::StringRef File,
               llvm::ArrayRef<char> Bytes);

} // namespace tpc

#endif // OPENTPC_TOOLS_COMMON_OUTPUTFILE_H
