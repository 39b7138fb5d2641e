@tensor x i8[9] in = values(1, -2, 3)
@tensor y i32[9] out = const(5)
@expect y[i] = (x[i] << 3 >> 1 | ~i & 7 ^ div(i, 2) % 3) + sat_i8(i * 100) - floor(i / 3) + round(2.5)
