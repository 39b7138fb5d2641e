// Four items of max(x, 0). Loads take four rows of the schedule, and each store
// keeps loads out of another row: eight bundles are the least.
//
// RUN: %tpc-clang -march=gaudi -O2 -Rpass=tpc -c %s -o /dev/null 2>&1 | FileCheck %s
// CHECK: [[@LINE+10]]:15: remark: pipelined: interval of 8 bundles, stages: 2 [-Rpass=tpc-pipeliner]
void main(tensor in, tensor out)
{
	const int5 start = get_index_space_offset();
	const int5 end = start + get_index_space_size();
	int5 at = start;

	#pragma loop_unroll(4)
	for (int y = start[1]; y < end[1]; y++) {
		at[1] = y;
		float64 x = v_f32_ld_tnsr_b(at, in);
		x = v_f32_sel_leq_f32_b(x, 0.0f, 0.0f, x);
		v_f32_st_tnsr(at, out, x);
	}
}
