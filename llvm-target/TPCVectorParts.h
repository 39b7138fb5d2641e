//===-- TPCVectorParts.h - Vectors in memory that fill no register -*- C++ -*-//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCVECTORPARTS_H
#define LLVM_LIB_TARGET_TPC_TPCVECTORPARTS_H

namespace llvm {

class LoadInst;
class StoreInst;

namespace TPC {

/// Lowers an access to vector local memory whose vector fills no register.
/// False if it is no such access, or does not lie at a multiple of the size.
bool lowerVectorPart(LoadInst &Load);
bool lowerVectorPart(StoreInst &Store);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCVECTORPARTS_H
