# Thuis: one word for each thing one does. `make demo` and `make test` are all a newcomer needs.
PREFIX ?= /usr/local
LIBRARIES := libsqlite3-dev libncurses-dev
SWIFT ?= swift
DEMO := .build/demo/casebook.sqlite
# One file that needs no library of the machine it runs on, and starts a third sooner than with nine to look up.
RELEASE := $(SWIFT) build -c release --static-swift-stdlib -Xswiftc -static-executable --product
THUIS := .build/release/thuis
# The field of `make demo` on a fixed day, so that pictures change only when screens do.
PICTURED := env THUIS_CASEBOOK=.build/pictures/casebook.sqlite THUIS_TODAY=2026-11-23 THUIS_USER=c.willems $(THUIS)
# The same field, for reports.
LOOKED := env THUIS_CASEBOOK=.build/report-look/casebook.sqlite THUIS_TODAY=2026-11-23 THUIS_USER=c.willems $(THUIS)
COMPLETIONS := bash-completion/completions/thuis zsh/site-functions/_thuis fish/vendor_completions.d/thuis.fish
BENCH_SIZES ?= 10000 1000000
# A crash must not leave a backtracer waiting for a terminal.
export SWIFT_BACKTRACE := enable=no

.PHONY: demo test build bench lifelines report-look install format lint docs libraries clean

## Makes a demo casebook (never your own) and opens the program on it, as a caseworker in Utrecht.
demo: build
	@mkdir -p $(dir $(DEMO))
	@if [ ! -f $(DEMO) ]; then rm -f $(DEMO).part* && $(THUIS) demo --casebook $(DEMO).part --no-open > /dev/null && mv $(DEMO).part $(DEMO); fi
	$(THUIS) --casebook $(DEMO) --user c.willems

## Every test.
test: LIBRARIES += libvterm-dev tmux
test: libraries
	timeout -k 10 3600 $(SWIFT) test

## The program as it ships: .build/release/thuis.
build: libraries
	$(RELEASE) thuis

## Measures the release binary and its peers; casebooks in .build/bench are made once. Writes docs/benchmark.md too.
bench: build
	$(RELEASE) Benchmarks
	$(RELEASE) Forecasts
	.build/release/Benchmarks $(THUIS) .build/release/Forecasts .build/bench docs/benchmark.md $(BENCH_SIZES)

## Holds the curves of stays against the Python package lifelines, to 1e-9 on the same spells.
lifelines:
	$(SWIFT) build --product Curves
	test -x .build/lifelines/bin/python || python3 -m venv .build/lifelines
	.build/lifelines/bin/python -c 'import lifelines' 2> /dev/null || .build/lifelines/bin/pip install -q lifelines
	.build/lifelines/bin/python Tests/lifelines/compare.py .build/debug/Curves

## Looks at reports of a demo casebook in a headless browser; pictures are in .build/report-look.
report-look: LIBRARIES += $(shell which chromium chromium-browser google-chrome | grep -q . || echo chromium)
report-look: build
	rm -rf .build/report-look && mkdir -p .build/report-look
	$(LOOKED) demo --no-open > /dev/null
	$(LOOKED) report --out .build/report-look/public
	$(LOOKED) report --internal --scope GM0344 --lang en --out .build/report-look/internal
	python3 Tests/report-look/look.py .build/report-look .build/report-look/*/*report.html

## The program, its manual page and completions of bash, zsh and fish.
install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 0755 $(THUIS) $(DESTDIR)$(PREFIX)/bin/thuis
	install -d $(addprefix $(DESTDIR)$(PREFIX)/share/,man/man1 $(dir $(COMPLETIONS)))
	install -m 0644 docs/thuis.1 $(DESTDIR)$(PREFIX)/share/man/man1/thuis.1
	$(THUIS) completions bash > $(DESTDIR)$(PREFIX)/share/$(word 1,$(COMPLETIONS))
	$(THUIS) completions zsh > $(DESTDIR)$(PREFIX)/share/$(word 2,$(COMPLETIONS))
	$(THUIS) completions fish > $(DESTDIR)$(PREFIX)/share/$(word 3,$(COMPLETIONS))

format:
	$(SWIFT) format -i -r Sources Tests Package.swift

lint:
	$(SWIFT) format lint -r --strict Sources Tests Package.swift

## Manual page, key card and pictures, all from the program itself.
docs: build
	$(THUIS) manual page > docs/thuis.1
	$(THUIS) manual keys > .build/keys.md
	sed -i -e '/^<!-- keys -->$$/,/^<!-- end of keys -->$$/{//!d}' -e '/^<!-- keys -->$$/r .build/keys.md' README.md
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
