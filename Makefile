# Thuis: one word for each thing one does. `make demo` and `make test` are all a newcomer needs.
PREFIX ?= /usr/local
LIBRARIES := libsqlite3-dev libncurses-dev libvterm-dev
SWIFT ?= swift
DEMO := .build/demo/casebook.sqlite
RELEASE := $(SWIFT) build -c release --static-swift-stdlib --product
THUIS := .build/release/thuis
# The field of `make demo` on a fixed day, so that pictures change only when screens do.
PICTURED := env THUIS_CASEBOOK=.build/pictures/casebook.sqlite THUIS_TODAY=2026-11-23 THUIS_USER=c.willems $(THUIS)
BENCH_SIZES ?= 10000 1000000
# A crash must not leave a backtracer waiting for a terminal.
export SWIFT_BACKTRACE := enable=no

.PHONY: demo test build bench install format lint docs libraries clean

## Makes a demo casebook (never your own) and opens the program on it.
demo: build
	@mkdir -p $(dir $(DEMO))
	@if [ ! -f $(DEMO) ]; then $(THUIS) demo --casebook $(DEMO) --no-open; fi
	$(THUIS) --casebook $(DEMO)

## Every test.
test: libraries
	timeout -k 10 1800 $(SWIFT) test

## The program as it ships: .build/release/thuis.
build: libraries
	$(RELEASE) thuis

## Measures the release binary and its peers; casebooks in .build/bench are made once. Writes docs/benchmark.md too.
bench: build
	$(RELEASE) Benchmarks
	.build/release/Benchmarks $(THUIS) .build/bench docs/benchmark.md $(BENCH_SIZES)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 0755 $(THUIS) $(DESTDIR)$(PREFIX)/bin/thuis


format:
	$(SWIFT) format -i -r Sources Tests Package.swift

lint:
	$(SWIFT) format lint -r --strict Sources Tests Package.swift

## Reference and pictures, from the program itself.
docs: build
	$(THUIS) help > docs/commands.txt
	rm -rf .build/pictures && mkdir -p .build/pictures docs/pictures
	$(PICTURED) demo --no-open
	for lang in nl en; do \
	  $(PICTURED) manual picture --lang $$lang --keys ↓ > docs/pictures/vandaag-$$lang.svg && \
	  $(PICTURED) manual picture --lang $$lang --keys ↓⏎ > docs/pictures/dossier-$$lang.svg || exit; \
	done

## Installs what is missing of the libraries, and says so.
libraries:
	@missing=""; \
	for name in $(LIBRARIES); do \
	  dpkg-query -W -f='$${Status}' $$name 2>/dev/null | grep -q "ok installed" || missing="$$missing $$name"; \
	done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "Installing with apt:$$missing"; \
	  $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing; \
	fi

clean:
	rm -rf .build
