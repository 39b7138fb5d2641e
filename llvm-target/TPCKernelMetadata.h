//===-- TPCKernelMetadata.h - What hosts learn about a kernel ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCKERNELMETADATA_H
#define LLVM_LIB_TARGET_TPC_TPCKERNELMETADATA_H

namespace llvm {

class MachineFunction;

namespace TPC {

class Metadata;

/// Whether the kernel looks something up.
bool usesTables(const MachineFunction &MF);

/// Fills .tpc_metadata from the function's attributes and its finished code.
void describeKernel(const MachineFunction &MF, Metadata &Meta);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCKERNELMETADATA_H
