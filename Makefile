# Front door of the build; CMake does the work. See README.md.
#
#   make demo         build all, run the edge filter on the simulated Gaudi,
#                     from C and from assembly
#   make check        build all, run every test
#   make check-asan   the C parts under AddressSanitizer and UBSan
#   make fuzz         every fuzz target for FUZZ_SECONDS (default 60) each
#   make bench        speed figures, each as a comparison of two commands;
#                     PUBLIC_KERNELS=checkout of HabanaAI/Habana_Custom_Kernel
#   make nightly      20,000 random programs at two levels and on the host;
#                     dense samples of the special functions; random bundles
#                     and words of every generation through both assemblers
#   make manual       docs/isa from the records, HTML in $(BUILD)/docs/isa
#   make editors      syntax files of editors from the records
#   make format       lay the sources out with clang-format
#   make install      PREFIX=/usr/local DESTDIR=

BUILD        ?= build
BUILD_ASAN   ?= build-asan
BUILD_FUZZ   ?= build-fuzz
FUZZ_SECONDS ?= 60
JOBS         ?= $(shell nproc)
PREFIX       ?= /usr/local

# Debian 12 packages that the build, the tests and the fuzzers need.
PACKAGES = build-essential cmake ninja-build pkg-config python3 \
	   llvm-19-dev llvm-19-tools clang-19 libclang-19-dev \
	   libclang-rt-19-dev \
	   libelf-dev libdw-dev libpng-dev libcmocka-dev linux-libc-dev
SUDO     = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

all: build

# Installs what is missing and says so; does nothing when all is there.
deps:
	@missing=""; \
	for p in $(PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$p 2>/dev/null | \
			grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	[ -z "$$missing" ] || { \
		echo "Installing Debian packages:$$missing"; \
		command -v apt-get >/dev/null || { \
			echo "error: no apt-get here; install these by hand" >&2; \
			exit 1; }; \
		$(SUDO) apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive \
		$(SUDO) apt-get install -y -qq --no-install-recommends \
			$$missing; }

build: deps
	cmake --preset default -B $(BUILD)
	cmake --build $(BUILD) -j $(JOBS)

demo: build
	$(BUILD)/bin/tpc-clang -march=gaudi -O2 -c examples/sobel/sobel.c \
		-o $(BUILD)/sobel.o
	$(BUILD)/bin/sobel-demo --kernel $(BUILD)/sobel.o \
		--input examples/sobel/camera.png --output $(BUILD)/sobel.png
	$(BUILD)/bin/sobel-demo --kernel examples/sobel/sobel.s \
		--output $(BUILD)/sobel-asm.png
	cmp $(BUILD)/sobel.png $(BUILD)/sobel-asm.png

check: build build-fuzz
	python3 test/run-tests.py --build $(BUILD) --fuzz-build $(BUILD_FUZZ) \
		--fuzz-seconds 3 --jobs $(JOBS)

check-asan: deps
	cmake --preset asan -B $(BUILD_ASAN)
	cmake --build $(BUILD_ASAN) -j $(JOBS)
	python3 test/run-tests.py --build $(BUILD_ASAN) --jobs $(JOBS)

build-fuzz: deps
	cmake --preset fuzz -B $(BUILD_FUZZ)
	cmake --build $(BUILD_FUZZ) -j $(JOBS) --target fuzz-targets

fuzz: build build-fuzz
	python3 test/run-tests.py --fuzz-build $(BUILD_FUZZ) \
		--fuzz-seconds $(FUZZ_SECONDS) --jobs $(JOBS)
	python3 test/MC/check_mutations.py --mc $(BUILD)/bin/tpc-llvm-mc \
		--records $(BUILD)/llvm-target/TPCRecords.json \
		--cpu $(GENERATIONS) --seed $$$$ --seconds $(FUZZ_SECONDS)
	$(BUILD)/bin/tpc-ir-fuzz -O0 -seconds=$(FUZZ_SECONDS)
	$(BUILD)/bin/tpc-ir-fuzz -O2 -seconds=$(FUZZ_SECONDS)
	python3 test/fuzz/fuzz_clang.py --tool $(BUILD)/bin/tpc-clang \
		--seconds $(FUZZ_SECONDS) --jobs $(JOBS) \
		--keep $(BUILD)/findings examples test/clang

bench: build
	python3 test/bench/bench.py --build $(BUILD) \
		--public-kernels "$(PUBLIC_KERNELS)"

NIGHTLY_COUNT ?= 20000
LIT ?= /usr/lib/llvm-19/build/utils/lit/lit.py
GENERATIONS = goya gaudi gaudib greco gaudi2
BOTH_ASSEMBLERS = --mc $(BUILD)/bin/tpc-llvm-mc --tpc-as $(BUILD)/bin/tpc-as \
	--tpc-objdump $(BUILD)/bin/tpc-objdump \
	--records $(BUILD)/llvm-target/TPCRecords.json
nightly: build
	python3 test/differential/differential.py --build $(BUILD) \
		--count $(NIGHTLY_COUNT) --jobs $(JOBS) \
		--keep $(BUILD)/differential
	OPENTPC_MATH_COUNT=1048576 python3 $(LIT) -q -j $(JOBS) \
		$(BUILD)/test/math
	for cpu in $(GENERATIONS); do \
		python3 test/MC/check_same.py $(BOTH_ASSEMBLERS) --cpu $$cpu \
			--count 200000 && \
		python3 test/MC/check_words.py $(BOTH_ASSEMBLERS) --cpu $$cpu \
			--count 1048576 || exit 1; \
	done

manual: deps
	cmake --preset default -B $(BUILD)
	cmake --build $(BUILD) -j $(JOBS) --target manual

editors: deps
	cmake --preset default -B $(BUILD)
	cmake --build $(BUILD) -j $(JOBS) --target editors

FORMAT_PATHS = assembler simulator runtime-glue examples test llvm-target
format:
	@command -v clang-format-19 >/dev/null || \
		$(SUDO) apt-get install -y -qq clang-format-19
	git ls-files $(FORMAT_PATHS) | grep -E '\.(c|h|cpp)$$' | \
		xargs clang-format-19 -i

install: build
	cmake --install $(BUILD) --prefix $(PREFIX) --strip

clean:
	rm -rf $(BUILD) $(BUILD_ASAN) $(BUILD_FUZZ)

.PHONY: all deps build demo check check-asan build-fuzz fuzz bench nightly \
	manual editors format install clean
