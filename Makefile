# README's two commands are `make run` and `make test`; everything else serves the people who build prikk.
# Release mode everywhere: the disclosure engine and the kernels are what is run and what is tested.
# One set of flags for all, or going from `make run` to `make test` would compile everything again.
SWIFT_FLAGS := -c release --no-color-diagnostics -Xswiftc -enable-testing
PACKAGES := libncurses-dev coinor-libclp-dev libvterm-dev
SCREENSHOT_PACKAGES := xvfb xterm imagemagick tmux fontconfig fonts-dejavu-core
BIN := .build/release

.PHONY: run test build setup lint screenshots bench docs install man clean

run: build
	@$(BIN)/prikk explore

# The end-to-end tests run the program itself, in a terminal.
test: build
	@sh .ci/setup tmux openssh-server openssh-client
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build

build: setup
	@swift build $(SWIFT_FLAGS) --product prikk

# Installs what is missing when root; else says exactly what to type.
setup:
	@sh .ci/setup $(PACKAGES)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

screenshots: build
	@sh .ci/setup $(SCREENSHOT_PACKAGES)
	bash screenshots/make.sh

bench: setup
	swift build $(SWIFT_FLAGS) --product prikk-bench
	$(BIN)/prikk-bench

# Rewrites what is generated in README.md: the key table.
docs: build
	sh .ci/generate write

PREFIX ?= /usr/local
install: build man
	install -D $(BIN)/prikk $(DESTDIR)$(PREFIX)/bin/prikk
	install -D -m 644 .build/prikk.1 $(DESTDIR)$(PREFIX)/share/man/man1/prikk.1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BIN)/prikk --generate-completion-script bash \
	  >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/prikk
	$(BIN)/prikk --generate-completion-script zsh \
	  >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_prikk
	$(BIN)/prikk --generate-completion-script fish \
	  >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/prikk.fish

# The man page, one for the program and its commands, by the generator of swift-argument-parser.
man: setup
	swift package --allow-writing-to-package-directory generate-manual --output-directory .build \
	  --configuration release --section 1 --authors "The prikk authors"

clean:
	swift package clean
