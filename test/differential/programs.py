# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random programs, each as TPC-C and as C for the host.

A program is a tree of statements; every piece of text exists twice, for the
device and for the host, where vectors are structs and operations are functions
of lanes.h. What C or the hardware leaves open is kept out: signed overflow,
shifts by the width, division by zero, floats that could become infinite, NaN
or so small that the sign of zero shows.
"""

import random

# type: lanes, bits, vector type, scalar type, predicate type
TYPES = {
    "f32": (64, 32, "float64", "float", "bool64"),
    "bf16": (128, 16, "bfloat128", "bf16", "bool128"),
    "i32": (64, 32, "int64", "int", "bool64"),
    "u32": (64, 32, "uint64", "unsigned", "bool64"),
    "i16": (128, 16, "short128", "short", "bool128"),
    "u16": (128, 16, "ushort128", "unsigned short", "bool128"),
    "i8": (256, 8, "char256", "signed char", "bool256"),
    "u8": (256, 8, "uchar256", "unsigned char", "bool256"),
}
ORDER = list(TYPES)
FLOATS = ("f32", "bf16")
LIMIT = 1024  # floats are held within +-LIMIT
OUT_ROWS = 8  # of each type's results: 0-3 variables, 4 scalars, 5 predicate,
#               6 and 7 stores in between
ARRAY = 4     # vectors of a type in local memory
SCALARS = 16  # words of the scalar array
# Parts of the language that programs do without.
WITHOUT = set()
COMPARE = ("eq", "neq", "less", "leq", "grt", "geq")
ROUNDING = ("SW_RHNE", "SW_RZ", "SW_RU", "SW_RD")
MASKS = (0b00001, 0b00010, 0b00100, 0b11111, 0b00011)


def out_tensor(t):
    return 8 + ORDER.index(t)


class Statement:
    """Lines of both languages, with an optional body and its end."""

    def __init__(self, device, host, body=None, alternative=None):
        self.device, self.host = device, host
        self.body, self.alternative = body, alternative

    def text(self, which, indent):
        pad = "  " * indent
        head = getattr(self, which)
        if self.body is None:
            return pad + head + "\n"
        text = pad + head + " {\n"
        text += "".join(s.text(which, indent + 1) for s in self.body)
        if self.alternative:
            text += pad + "} else {\n"
            text += "".join(s.text(which, indent + 1)
                            for s in self.alternative)
        return text + pad + "}\n"


def same(text):
    return Statement(text, text)


class Program:
    """One random program; the seed decides everything."""

    def __init__(self, seed, size=14):
        self.seed = seed
        self.random = random.Random(seed)
        self.types = self.random.sample(ORDER, self.random.randint(1, 3))
        self.vectors = [(f"{t}_{k}", t) for t in self.types
                        for k in range(self.random.randint(1, 3))]
        self.ints = ["a0", "a1", "a2", "a3", "s0", "s1", "u0"]
        self.predicates = [f"p_{t}" for t in self.types]
        self.loops = []
        self.pairs = self.random.random() < 0.4
        self.start = self.beginning()
        self.body = [self.statement(2) for _ in range(size)]

    # ---- Choices ------------------------------------------------------

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, probability):
        return self.random.random() < probability

    def number(self):
        r = self.random
        return str(self.pick(r.randint(-9, 9), r.randint(-200, 200),
                             r.randint(-2**31 + 1, 2**31 - 1), 2**31 - 1))

    # ---- Scalars: the same text in both languages ---------------------

    def int_leaf(self):
        leaves = self.ints + self.loops + [self.number()]
        if self.chance(0.15):
            return f"words[{self.index(SCALARS)}]"
        if self.chance(0.1):
            return f"at[{self.random.randint(0, 4)}]"
        return self.random.choice(leaves)

    def index(self, size):
        if self.chance(0.5):
            return str(self.random.randrange(size))
        return f"({self.random.choice(self.ints + self.loops)} & {size - 1})"

    def int_expr(self, depth):
        """An int; arithmetic is done without sign where it may overflow."""
        if depth == 0:
            return self.int_leaf()
        a, b = self.int_expr(depth - 1), self.int_expr(depth - 1)
        u = f"(unsigned)({a})"
        return self.pick(
            f"(int)({u} {self.pick('+', '-', '*')} (unsigned)({b}))",
            f"(({a}) {self.pick('&', '|', '^')} ({b}))",
            f"(({a} & 0x7ff) {self.pick('+', '-', '*')} ({b} & 0x7ff))",
            f"(int)({u} << ({b} & 31))",
            f"(int)({u} >> ({b} & 31))",
            f"(({a}) >> ({b} & 31))",
            f"(({a}) / (({b} & 63) + 1))",
            f"(({a} >> 1) {self.pick('/', '%')} (({b} & 31) - 32))",
            f"(int)({u} {self.pick('/', '%')} ((unsigned)({b}) | 1))",
            f"({self.condition(depth - 1)} ? {a} : {b})",
            f"(int)({self.pick('short', 'signed char', 'unsigned short')})"
            f"({a})",
            f"MIN({a}, {b})", f"MAX({a}, {b})",
            f"ADD_IF({a}, {b}, s0, {self.condition(0)})",
            f"(~({a}))",
        )

    def condition(self, depth):
        a, b = self.int_expr(depth), self.int_expr(depth)
        c = f"(({a}) {self.pick('<', '<=', '>', '>=', '==', '!=')} ({b}))"
        if depth and self.chance(0.3):
            c = f"({c} {self.pick('&&', '||')} {self.condition(depth - 1)})"
        if self.chance(0.1):
            c = f"(f0 {self.pick('<', '>', '==')} f1)"
        return c

    def float_expr(self):
        """A float; one operation, so that nothing is contracted."""
        a, b = self.pick("f0", "f1", "b0"), self.pick("f0", "f1", "b1")
        return self.pick(
            f"{a} {self.pick('+', '-', '*')} {b}",
            f"{a} {self.pick('+', '-', '*')} 0.375f",
            f"-{a}",
            f"({a} < {b} ? {a} : {b})",
            f"(float)({self.int_leaf()} & 0x3ff)",
            f"FMIN({a}, {b})", f"FMA({a}, {b}, f0)",
        )

    # ---- Vectors: (device, host) --------------------------------------

    def variable(self, t):
        names = [n for n, of in self.vectors if of == t]
        return self.random.choice(names) if names else None

    def constant(self, t):
        if t in FLOATS:
            v = self.pick("0.5", "-3.0", "0.0", "17.0", "1.0")
            s = f"(({TYPES[t][3]}){v}f)"
            return f"({TYPES[t][2]}){s}", f"all_{t}({v}f)"
        bits = TYPES[t][1]
        v = self.random.randrange(2**bits) if self.chance(0.3) \
            else self.random.randint(0, 100)
        if t[0] == "i":
            v = (v + 2**(bits - 1)) % 2**bits - 2**(bits - 1)
            v = "(-2147483647 - 1)" if v == -2**31 else str(v)
        else:
            v = f"{v}u"
        return (f"({TYPES[t][2]})({TYPES[t][3]}){v}", f"all_{t}({v})")

    def broadcast(self, t):
        if t == "f32":
            f = self.pick("f0", "f1")
            return f"(float64){f}", f"all_f32({f})"
        if t == "bf16":
            return self.constant(t)
        a = self.int_leaf()
        return (f"({TYPES[t][2]})({TYPES[t][3]})({a})",
                f"all_{t}(({TYPES[t][3]})({a}))")

    def load(self, t):
        lanes = TYPES[t][0]
        x = self.pick("0", "0", str(self.random.randint(-lanes, lanes)),
                      f"({self.int_leaf()} & 7) - 4")
        y = self.index(8)
        if self.chance(0.1):
            return (f"v_{t}_ld_tnsr_b(at, {ORDER.index(t)})",
                    f"load_{t}(at_)")
        return (f"v_{t}_ld_tnsr_b((int5){{{x}, {y}}}, {ORDER.index(t)})",
                f"load_{t}((h_int5){{{{{x}, {y}}}}})")

    def guarded_load(self, t):
        """Only some lanes, or none, are loaded."""
        row, income = self.index(8), self.leaf(t)
        tensor = ORDER.index(t)
        host = f"load_{t}((h_int5){{{{0, {row}}}}})"
        if self.chance(0.5):
            c = self.condition(0)
            return (f"v_{t}_ld_tnsr_b((int5){{0, {row}}}, {tensor}, 0, "
                    f"{income[0]}, {c})", f"({c} ? {host} : {income[1]})")
        p = self.predicate(t)
        return (f"v_{t}_ld_tnsr_vb((int5){{0, {row}}}, {tensor}, 0, "
                f"{income[0]}, {p[0]}, 1)",
                f"merge_{t}({host}, {income[1]}, {p[1]}, 1)")

    def leaf(self, t):
        name = self.variable(t)
        if name and self.chance(0.6):
            return name, name
        if self.chance(0.2) and t in self.types:
            k = self.index(ARRAY)
            return f"array_{t}[{k}]", f"array_{t}[{k}]"
        if self.chance(0.15) and t in ("u32", "u16", "u8"):
            return (f"V_LANE_ID_{TYPES[t][1]}", f"lane_id_{t}()")
        if self.chance(0.3):
            return self.load(t)
        return self.constant(t) if self.chance(0.5) else self.broadcast(t)

    def counts(self, t):
        """Shift counts below the width."""
        d, h = self.leaf(t)
        bits = TYPES[t][1] - 1
        return f"(({d}) & {bits})", f"and_{t}({h}, all_{t}({bits}))"

    def vector(self, t, depth):
        if depth == 0:
            return self.leaf(t)
        (da, ha), (db, hb) = self.vector(t, depth - 1), self.leaf(t)
        kind = self.random.random()
        if kind < 0.35:
            return self.intrinsic(t, da, ha, db, hb)
        if kind < 0.55:
            return self.operator(t, da, ha, db, hb)
        if kind < 0.65:
            return self.select(t, da, ha, db, hb)
        if kind < 0.8:
            return self.guarded(t, da, ha, db, hb)
        if kind < 0.85:
            return self.guarded_load(t)
        return self.converted(t) or self.intrinsic(t, da, ha, db, hb)

    def binary(self, t):
        """(name, switches, host's function) of an intrinsic."""
        names = [("add", "0", "add"), ("sub", "0", "sub"), ("min", "0", "min"),
                 ("max", "0", "max")]
        if t not in FLOATS:
            names += [("and", "0", "and"), ("or", "0", "or"),
                      ("xor", "0", "xor")] * 2
            names += [("add", "SW_SAT", "add_sat"), ("sub", "SW_SAT",
                                                     "sub_sat")]
        return self.random.choice(names)

    def intrinsic(self, t, da, ha, db, hb):
        if t in FLOATS:
            if self.chance(0.3):
                dc, hc = self.leaf(t)
                return (f"v_{t}_mac_b({da}, {db}, {dc})",
                        f"mac_{t}({ha}, {hb}, {hc})")
            if self.chance(0.3):
                return f"v_{t}_mul_b({da}, {db})", f"mul_{t}({ha}, {hb})"
        elif self.chance(0.2):
            dn, hn = self.counts(t)
            op = self.pick("shl", "shr")
            # The intrinsics count in a signed vector.
            cast = TYPES[t.replace("u", "i")][2]
            return (f"v_{t}_{op}_b({da}, ({cast}){dn})",
                    f"{op}_{t}({ha}, {hn})")
        elif self.chance(0.1):
            op = self.pick("not", "abs") if t[0] == "i" else "not"
            return f"v_{t}_{op}_b({da})", f"{op}_{t}({ha})"
        name, switches, host = self.binary(t)
        tail = "" if switches == "0" else f", {switches}"
        return f"v_{t}_{name}_b({da}, {db}{tail})", f"{host}_{t}({ha}, {hb})"

    def operator(self, t, da, ha, db, hb):
        if t in FLOATS:
            # A product in a sum is rounded like any other: nothing is
            # contracted.
            a, b = self.leaf(t), self.leaf(t)
            if self.chance(0.2):
                c = self.leaf(t)
                host = f"add_{t}(mul_{t}({a[1]}, {b[1]}), {c[1]})"
                return f"(({a[0]}) * ({b[0]}) + ({c[0]}))", host
            op, name = self.pick(("+", "add"), ("-", "sub"), ("*", "mul"))
            return f"(({a[0]}) {op} ({b[0]}))", f"{name}_{t}({a[1]}, {b[1]})"
        if self.chance(0.2):
            dn, hn = self.counts(t)
            op, name = self.pick(("<<", "shl"), (">>", "sra"))
            return f"(({da}) {op} {dn})", f"{name}_{t}({ha}, {hn})"
        if self.chance(0.1):
            op, name = self.pick(("~", "not"), ("-", "neg"))
            return f"({op}({da}))", f"{name}_{t}({ha})"
        op, name = self.pick(("+", "add"), ("-", "sub"), ("&", "and"),
                             ("|", "or"), ("^", "xor"), ("*", "mul"))
        if name == "mul" and (TYPES[t][1] == 8 or
                              TYPES[t][1] == 16 and "product16" in WITHOUT):
            op, name = "+", "add"
        return f"(({da}) {op} ({db}))", f"{name}_{t}({ha}, {hb})"

    def select(self, t, da, ha, db, hb):
        if self.chance(0.2):
            c = self.condition(1)
            return f"({c} ? {da} : {db})", f"({c} ? {ha} : {hb})"
        key = self.random.choice([k for k in TYPES
                                  if TYPES[k][0] == TYPES[t][0]])
        x, y = self.leaf(key), self.leaf(key)
        c = self.random.choice(COMPARE)
        host = f"merge_{t}({ha}, {hb}, cmp_{c}_{key}({x[1]}, {y[1]}), 0)"
        if self.chance(0.3):
            sign = dict(zip(COMPARE, ("==", "!=", "<", "<=", ">", ">=")))[c]
            return f"((({x[0]}) {sign} ({y[0]})) ? ({da}) : ({db}))", host
        return f"v_{t}_sel_{c}_{key}_b({x[0]}, {y[0]}, {da}, {db})", host

    def guarded(self, t, da, ha, db, hb):
        """Under a predicate; other lanes keep the income."""
        name, switches, host = self.binary(t)
        income = self.leaf(t)
        polarity = self.random.randint(0, 1)
        result = f"{host}_{t}({ha}, {hb})"
        if self.chance(0.3):
            c = self.condition(1)
            return (f"v_{t}_{name}_b({da}, {db}, {switches}, {income[0]}, "
                    f"{c}, {polarity})",
                    f"({c} != {polarity} ? {result} : {income[1]})")
        p = self.predicate(t)
        return (f"v_{t}_{name}_vb({da}, {db}, {switches}, {income[0]}, {p[0]},"
                f" {polarity})",
                f"merge_{t}({result}, {income[1]}, {p[1]}, {polarity})")

    def predicate(self, t):
        if self.chance(0.5) and f"p_{t}" in self.predicates:
            return f"p_{t}", f"p_{t}"
        a, b = self.leaf(t), self.leaf(t)
        c = self.random.choice(COMPARE)
        return (f"v_{t}_cmp_{c}_b({a[0]}, {b[0]})",
                f"cmp_{c}_{t}({a[1]}, {b[1]})")

    def converted(self, t):
        """From another type of this program, or None."""
        if t == "i32" and "f32" in self.types:
            mode = self.random.randrange(4)
            d, h = self.leaf("f32")
            return (f"v_convert_f32_to_i32_b({d}, {ROUNDING[mode]})",
                    f"cvt_f32_i32({h}, {mode})")
        if t == "f32" and "i32" in self.types:
            d, h = self.leaf("i32")
            return (f"v_convert_i32_to_f32_b(({d}) & 1023)",
                    f"cvt_i32_f32(and_i32({h}, all_i32(1023)))")
        if t == "bf16" and "i16" in self.types:
            d, h = self.leaf("i16")
            return (f"v_convert_i16_to_bf16_b(({d}) & 127)",
                    f"cvt_i16_bf16(and_i16({h}, all_i16(127)))")
        if t == "i16" and "bf16" in self.types:
            mode = self.random.randrange(4)
            d, h = self.leaf("bf16")
            return (f"v_convert_bf16_to_i16_b({d}, {ROUNDING[mode]})",
                    f"cvt_bf16_i16({h}, {mode})")
        return None

    # ---- Statements ---------------------------------------------------

    def held(self, t, d, h):
        """A float within the limits."""
        if t not in FLOATS:
            return d, h
        return (f"v_{t}_max_b(v_{t}_min_b({d}, {LIMIT}), -{LIMIT})",
                f"max_{t}(min_{t}({h}, all_{t}({LIMIT})), all_{t}(-{LIMIT}))")

    def assign_vector(self):
        name, t = self.random.choice(self.vectors)
        d, h = self.held(t, *self.vector(t, self.random.randint(1, 3)))
        return Statement(f"{name} = {d};", f"{name} = {h};")

    def divide_vector(self):
        """Lanes divided by lanes that are not 0."""
        names = [v for v in self.vectors if v[1] not in FLOATS]
        if not names or "division" in WITHOUT:
            return self.assign_vector()
        name, t = self.random.choice(names)
        (da, ha), (db, hb) = self.leaf(t), self.leaf(t)
        op, host = self.pick(("/", "div"), ("%", "rem"))
        # Divisors 1 to 16, so that nothing overflows.
        return Statement(
            f"{name} = ({da}) {op} ((({db}) & 15) + 1);",
            f"{name} = {host}_{t}({ha}, add_{t}(and_{t}({hb}, all_{t}(15)), "
            f"all_{t}(1)));")

    def assign_scalar(self):
        if self.chance(0.25):
            f = self.pick("f0", "f1")
            return same(f"{f} = HOLD({self.float_expr()});")
        name = self.pick("s0", "s1", "u0")
        return same(f"{name} = {self.int_expr(self.random.randint(1, 3))};")

    def assign_predicate(self):
        t = self.random.choice(self.types)
        p = f"p_{t}"
        if self.chance(0.4):
            q, op = self.predicate(t), self.pick("and", "or", "xor")
            return Statement(f"{p} = v_i1_{op}_b({p}, {q[0]});",
                             f"{p} = bool_{op}({p}, {q[1]});")
        if self.chance(0.2):
            return Statement(f"{p} = v_i1_not_b({p});",
                             f"{p} = bool_not({p});")
        a, b = self.leaf(t), self.leaf(t)
        c = self.random.choice(COMPARE)
        if self.chance(0.3):
            q = self.predicate(t)
            return Statement(
                f"{p} = v_{t}_cmp_{c}_vb({a[0]}, {b[0]}, 0, {p}, {q[0]});",
                f"{p} = bool_merge(cmp_{c}_{t}({a[1]}, {b[1]}), {p}, {q[1]}, "
                f"0);")
        return Statement(f"{p} = v_{t}_cmp_{c}_b({a[0]}, {b[0]});",
                         f"{p} = cmp_{c}_{t}({a[1]}, {b[1]});")

    def assign_array(self):
        if self.chance(0.5):
            return same(f"words[{self.index(SCALARS)}] = "
                        f"{self.int_expr(1)};")
        t = self.random.choice(self.types)
        k = self.index(ARRAY)
        d, h = self.held(t, *self.vector(t, 1))
        return Statement(f"array_{t}[{k}] = {d};", f"array_{t}[{k}] = {h};")

    def assign_place(self):
        """Index vectors, and elements of them."""
        mask = self.random.choice(MASKS)
        op = self.pick("add", "sub", "min", "max", "mul")
        if self.chance(0.3):
            k = self.random.randint(0, 4)
            v = f"({self.int_leaf()} & 15)"
            return Statement(f"at[{k}] = {v};", f"at[{k}] = {v};")
        if self.chance(0.3):
            v = f"({self.int_leaf()} & 7)"
            return Statement(f"at = set_indx({v}, at, {mask}, 0);",
                             f"at_ = int5_set({v}, at_, {mask});")
        step = [str(self.random.randint(-3, 5)) for _ in range(5)]
        other = ", ".join(step)
        return Statement(
            f"at = i_i32_{op}(at, (int5){{{other}}}, {mask}, 0, at);",
            f"at_ = int5_{op}(at_, (h_int5){{{{{other}}}}}, {mask}, at_);")

    def accumulate_pair(self):
        """Multiply and accumulate into register groups, and conversions."""
        kind = self.random.randrange(5)
        if kind == 0:
            a, b = self.leaf("bf16"), self.leaf("bf16")
            return Statement(
                f"wide = v_bf16_mac_acc32_b({a[0]}, {b[0]}, wide);",
                f"wide = mac_acc32_bf16({a[1]}, {b[1]}, wide);")
        if kind == 1:
            a, b = self.leaf("i16"), self.leaf("i16")
            return Statement(f"sums = v_i16_mac_b({a[0]}, {b[0]}, sums);",
                             f"sums = mac_i16({a[1]}, {b[1]}, sums);")
        if kind == 2:
            a, b = self.leaf("u16"), self.leaf("u16")
            return Statement(
                f"unsigned_sums = v_u16_mac_b({a[0]}, {b[0]}, unsigned_sums);",
                f"unsigned_sums = mac_u16({a[1]}, {b[1]}, unsigned_sums);")
        if kind == 3:
            a = self.leaf("bf16")
            return Statement(
                f"wide = convert_bfloat128_to_float128({a[0]}, SW_LINEAR);",
                f"wide = linear_bf16_f32({a[1]});")
        a = self.leaf("i8")
        return Statement(
            f"four = convert_char256_to_int256({a[0]}, SW_LINEAR);",
            f"four = linear_i8_i32({a[1]});")

    def store(self):
        t = self.random.choice(self.types)
        d, h = self.variable(t), self.variable(t)
        if not d:
            d, h = self.constant(t)
        h = h if h == d or "(" in h else d
        x = self.pick("0", str(self.random.randint(-9, 9)))
        row = f"row + 6 + ({self.int_leaf()} & 1)"
        return Statement(
            f"v_{t}_st_tnsr((int5){{{x}, {row}}}, {out_tensor(t)}, {d});",
            f"store_{t}((h_int5){{{{{x}, {row}}}}}, {h});")

    def loop(self, depth):
        i = f"i{len(self.loops)}"
        bound = self.pick(str(self.random.randint(0, 5)), f"(s0 & 3)",
                          f"(a{self.random.randint(0, 3)} & 7)")
        step = self.random.randint(1, 3)
        head = self.pick(
            f"for (int {i} = 0; {i} < {bound}; {i} += {step})",
            f"for (int {i} = 0, n = {bound}; {i} < n; {i}++)",
            f"for (int {i} = {bound}; {i} > 0; {i} -= {step})",
            f"for (int {i} = -2; {i} <= {bound}; {i}++)",
            f"for (unsigned {i} = {bound}; {i} != 0; {i}--)")
        # The bound must not change while the loop runs.
        if "s0" in head and ", n =" not in head:
            head = f"for (int {i} = 0, n = {bound}; {i} < n; {i}++)"
        if self.chance(0.2) and "int" in head and "= 0; " in head:
            head = f"for (int {i} = 0; {i} < 6; {i} += 1)"
        self.loops.append(i)
        body = [self.statement(depth - 1)
                for _ in range(self.random.randint(1, 3))]
        if self.chance(0.2):
            body.insert(0, Statement(f"if ({self.condition(0)})", "", [
                same(self.pick("continue;", "break;"))]))
            body[0].host = body[0].device
        self.loops.pop()
        return Statement(head, head, body)

    def while_loop(self, depth):
        """Counts a variable of its own down."""
        n = f"n{len(self.loops)}"
        head = f"for (int {n} = {self.int_leaf()} & 3; ;)"
        self.loops.append(n)
        inner = [self.statement(depth - 1)
                 for _ in range(self.random.randint(1, 2))]
        inner.append(same(f"{n}--;"))
        kind = self.pick(f"while ({n} > 0)",
                         f"while ({n} > 0 && ({self.condition(0)}))")
        self.loops.pop()
        inner.append(same("break;"))
        loop = Statement(kind, kind, inner[:-1])
        return Statement(head, head, [loop, inner[-1]])

    def switch(self, depth):
        head = f"switch ({self.int_expr(1)} & 7)"
        body = []
        for k in self.random.sample(range(8), self.random.randint(2, 5)):
            body.append(same(f"case {k}:"))
            body.append(self.statement(depth - 1))
            if self.chance(0.7):
                body.append(same("break;"))
        body += [same("default:"), self.statement(depth - 1)]
        return Statement(head, head, body)

    def branch(self, depth):
        c = f"if ({self.condition(1)})"
        body = [self.statement(depth - 1)
                for _ in range(self.random.randint(1, 3))]
        other = [self.statement(depth - 1)] if self.chance(0.5) else None
        return Statement(c, c, body, other)

    def statement(self, depth):
        kind = self.random.random()
        if depth and kind < 0.14:
            return self.loop(depth)
        if depth and kind < 0.22:
            return self.branch(depth)
        if depth and kind < 0.235:
            return self.switch(depth)
        if depth and kind < 0.25:
            return self.while_loop(depth)
        if kind < 0.60:
            return self.assign_vector()
        if kind < 0.75:
            return self.assign_scalar()
        if kind < 0.82:
            return self.assign_predicate()
        if kind < 0.88:
            return self.assign_array()
        if kind < 0.91:
            return self.store()
        if kind < 0.93:
            return self.divide_vector()
        if kind < 0.97 or not self.pairs:
            return self.assign_place()
        return self.accumulate_pair()

    # ---- The whole ----------------------------------------------------

    def beginning(self):
        """Variables with their first values."""
        lines = [same("int s0 = a0, s1 = a1 ^ 77, u0 = 3;"),
                 same("float f0 = b0, f1 = b1;"),
                 Statement("int5 at = {1, 2};",
                           "h_int5 at_ = {{1, 2}};"),
                 same(f"for (int k = 0; k < {SCALARS}; k++) "
                      "words[k] = k * 1001;")]
        for name, t in self.vectors:
            row = self.random.randrange(8)
            lines.append(Statement(
                f"{TYPES[t][2]} {name} = v_{t}_ld_tnsr_b((int5){{0, {row}}}, "
                f"{ORDER.index(t)});",
                f"h_{t} {name} = load_{t}((h_int5){{{{0, {row}}}}});"))
        for t in self.types:
            v = self.variable(t)
            lines.append(Statement(
                f"for (int k = 0; k < {ARRAY}; k++) array_{t}[k] = {v};",
                f"for (int k = 0; k < {ARRAY}; k++) array_{t}[k] = {v};"))
            lines.append(Statement(
                f"{TYPES[t][4]} p_{t} = v_{t}_cmp_grt_b({v}, 0);",
                f"h_bool p_{t} = cmp_grt_{t}({v}, all_{t}(0));"))
        if self.pairs:
            lines += [Statement("float128 wide = {0};",
                                "h_f32_x2 wide = {{{0}}};"),
                      Statement("int128 sums = {0};",
                                "h_i32_x2 sums = {{{0}}};"),
                      Statement("uint128 unsigned_sums = {0};",
                                "h_u32_x2 unsigned_sums = {{{0}}};"),
                      Statement("int256 four = {0};",
                                "h_i32_x4 four = {{{0}}};")]
        return lines

    def end(self):
        """Writes all variables."""
        lines = []
        rows = dict.fromkeys(ORDER, 0)

        def put(t, d, h):
            lines.append(Statement(
                f"v_{t}_st_tnsr((int5){{0, row + {rows[t]}}}, "
                f"{out_tensor(t)}, {d});",
                f"store_{t}((h_int5){{{{0, row + {rows[t]}}}}}, {h});"))
            rows[t] += 1

        for name, t in self.vectors:
            put(t, name, name)
        if self.pairs:
            # Rows 3, 4 and 5 of f32 and i32 may be taken: use others' sums.
            put("f32", "v_f32_add_b(wide.v1, wide.v2)",
                "add_f32(wide.v1, wide.v2)")
            put("u32", "unsigned_sums.v1 ^ (unsigned_sums.v2 * 3u)",
                "xor_u32(unsigned_sums.v1, mul_u32(unsigned_sums.v2, "
                "all_u32(3)))")
            put("i32", "sums.v1 ^ (sums.v2 * 3) ^ (four.v1 * 5) ^ "
                "(four.v2 * 7) ^ (four.v3 * 9) ^ (four.v4 * 11)",
                "xor_i32(xor_i32(xor_i32(sums.v1, mul_i32(sums.v2, "
                "all_i32(3))), xor_i32(mul_i32(four.v1, all_i32(5)), "
                "mul_i32(four.v2, all_i32(7)))), xor_i32(mul_i32(four.v3, "
                "all_i32(9)), mul_i32(four.v4, all_i32(11))))")
        scalars = ["s0", "s1", "u0"] + [f"words[{k}]" for k in (0, 5, 15)] + [
            f"at[{k}]" for k in range(5)]
        for k, s in enumerate(scalars):
            lines.append(Statement(
                f"s_i32_st_g(gen_addr((int5){{{k}, row + 4}}, "
                f"{out_tensor('i32')}), {s});",
                f"put_i32((h_int5){{{{{k}, row + 4}}}}, {s});"))
        for k, s in enumerate(("f0", "f1")):
            lines.append(Statement(
                f"s_f32_st_g(gen_addr((int5){{{k}, row + 4}}, "
                f"{out_tensor('f32')}), {s});",
                f"put_f32((h_int5){{{{{k}, row + 4}}}}, {s});"))
        for t in self.types:
            one = f"({TYPES[t][2]})({TYPES[t][3]})1"
            zero = f"({TYPES[t][2]})({TYPES[t][3]})0"
            lines.append(Statement(
                f"v_{t}_st_tnsr((int5){{0, row + 5}}, {out_tensor(t)}, "
                f"v_{t}_mov_vb({one}, 0, {zero}, p_{t}));",
                f"store_{t}((h_int5){{{{0, row + 5}}}}, merge_{t}(all_{t}(1), "
                f"all_{t}(0), p_{t}, 0));"))
        return lines

    def function(self, which, number):
        text = (f"// seed {self.seed}\nstatic void program_{number}(int row, "
                "int a0, int a1, int a2, int a3, float b0, float b1) {\n")
        for s in self.start + self.body + self.end():
            text += s.text(which, 1)
        return text + "}\n\n"


DEVICE_HEAD = """\
#define MIN(a, b) s_i32_min(a, b)
#define MAX(a, b) s_i32_max(a, b)
#define ADD_IF(a, b, old, c) s_i32_add(a, b, 0, old, c)
#define FMIN(a, b) s_f32_min(a, b)
#define FMA(a, b, c) s_f32_mac(a, b, c)
#define HOLD(x) s_f32_max(s_f32_min(x, 1024.0f), -1024.0f)
int words[16];
"""
HOST_HEAD = """\
#include <math.h>
#include "lanes.h"
static inline int MIN(int a, int b) { return a < b ? a : b; }
static inline int MAX(int a, int b) { return a > b ? a : b; }
static inline int ADD_IF(int a, int b, int old, _Bool c)
{ return c ? (int)((unsigned)a + (unsigned)b) : old; }
static inline float FMIN(float a, float b) { return a < b ? a : b; }
#define FMA(a, b, c) fmaf(a, b, c)
static inline float HOLD(float x)
{ return x > 1024.0f ? 1024.0f : x < -1024.0f ? -1024.0f : x; }
#define at at_.e
int words[16];
"""


def device_file(programs):
    text = DEVICE_HEAD
    for t, (_, _, vector, _, _) in TYPES.items():
        if any(t in p.types for p in programs):
            text += f"{vector} array_{t}[{ARRAY}];\n"
    for k, p in enumerate(programs):
        text += p.function("device", k)
    tensors = ", ".join(f"tensor t{k}" for k in range(16))
    text += (f"void main({tensors}, int a0, int a1, int a2, int a3, float b0, "
             "float b1) {\n")
    for k in range(len(programs)):
        text += f"  program_{k}({k * OUT_ROWS}, a0, a1, a2, a3, b0, b1);\n"
    return text + "}\n"


def host_file(programs):
    text = HOST_HEAD
    for t in TYPES:
        text += f"h_{t} array_{t}[{ARRAY}];\n"
    for k, p in enumerate(programs):
        text += p.function("host", k)
    text += "void host_programs(const struct host_arguments *x)\n{\n"
    for k in range(len(programs)):
        text += (f"  program_{k}({k * OUT_ROWS}, x->a[0], x->a[1], x->a[2], "
                 "x->a[3], x->f[0], x->f[1]);\n")
    return text + "}\n"
