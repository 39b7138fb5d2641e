// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// printf writes words to the tensor after the kernel's own: start marker, value,
// "x %f\n" and its zero, end marker; the end marker is overwritten.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: define {{.*}}@main(float {{.*}}%x)
// CHECK-DAG: insertelement <64 x float> poison, float %x
// CHECK-DAG: @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> <i32 -842150451,
// CHECK: @llvm.tpc.st.tnsr.v64i32(<5 x i32> <i32 0, i32 1, i32 0, i32 0, i32 0>, i8 1, <64 x i32> %
// CHECK: @llvm.tpc.st.tnsr.v64i32(<5 x i32> <i32 0, i32 2, i32 0, i32 0, i32 0>, i8 1, <64 x i32> <i32 1713709176,
// CHECK: @llvm.tpc.st.tnsr.v64i32(<5 x i32> <i32 0, i32 3, i32 0, i32 0, i32 0>, i8 1, <64 x i32> <i32 10,
// CHECK: @llvm.tpc.st.tnsr.v64i32(<5 x i32> <i32 0, i32 4, i32 0, i32 0, i32 0>, i8 1, <64 x i32> <i32 -1,
// CHECK: @llvm.tpc.st.tnsr.v64i32(<5 x i32> <i32 0, i32 4, i32 0, i32 0, i32 0>, i8 1, <64 x i32> <i32 -842150451,
// CHECK: "tpc-printf-tensor"="1"
static void say(float x) { printf("x %f\n", x); }
void main(tensor out, float x) {
  say(x);
  say(x);
}
