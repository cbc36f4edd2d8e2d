# README's two commands are `make run` and `make test`; everything else serves the people who build prikk.
# Release mode everywhere: the disclosure engine and the kernels are what is run and what is tested.
SWIFT_FLAGS := -c release -Xswiftc -enable-testing
PACKAGES := libncurses-dev coinor-libclp-dev libvterm-dev
SCREENSHOT_PACKAGES := xvfb xterm imagemagick tmux fonts-dejavu-core
BIN := .build/release

.PHONY: run test build setup lint screenshots bench docs install clean

run: build
	@$(BIN)/prikk explore

test: setup
	swift test $(SWIFT_FLAGS)

build: setup
	@swift build $(SWIFT_FLAGS) --product prikk

# Installs what is missing when root; else says exactly what to type.
setup:
	@sh .ci/setup $(PACKAGES)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

screenshots: build
	@sh .ci/setup $(SCREENSHOT_PACKAGES)
	sh screenshots/make.sh

bench: setup
	swift build $(SWIFT_FLAGS) --product prikk-bench
	$(BIN)/prikk-bench

# Rewrites what is generated: the key table and commands in README.md, man page and shell completions.
docs: build
	sh .ci/generate write

PREFIX ?= /usr/local
install: build
	install -D $(BIN)/prikk $(DESTDIR)$(PREFIX)/bin/prikk

clean:
	swift package clean
