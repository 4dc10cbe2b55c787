.DEFAULT_GOAL := help
RUN := scripts/with-node

.PHONY: help
help: ## List the targets.
	@awk -F ':.*## ' '/^##@ / { printf "\n%s\n", substr($$0, 5) } /^[a-z0-9%-]+:.*## / { printf "  %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

##@ Run it here
.PHONY: up down status demo logs monitor clean dev
up: ## Start everything in the background, seed it, place a demo order (REPLICAS_ORDER=2 make up: two of a service).
	@$(RUN) scripts/local/up.mts
down: ## Stop everything that make up started; the data stays.
	@$(RUN) scripts/local/down.mts
status: ## Show each part: running, ready, port, memory (ARGS=--json).
	@$(RUN) scripts/local/status.mts $(ARGS)
demo: ## Place an order as the demo user and follow it until it is final.
	@$(RUN) scripts/local/demo.mts
logs: ## Follow the services' logs in colour (ARGS="order mongod": of these; ORDER=<id>: one order's way through all).
	@$(RUN) scripts/local/logs.mts $(if $(ORDER),--order $(ORDER),$(ARGS))
monitor: ## Prometheus, and Grafana and Jaeger where they are installed, beside make up, until Ctrl-C.
	@$(RUN) scripts/local/monitor.mts
clean: ## Stop everything and delete the data of make up.
	@$(RUN) scripts/local/clean.mts
dev: ## Backing services in the background, the services here, restarted on change.
	@$(RUN) scripts/local/dev.mts
start-%: ## Start one part of what is up and wait until it is ready (start-order, start-mongod, ...).
	@$(RUN) scripts/local/part.mts start $*
stop-%: ## Stop one part.
	@$(RUN) scripts/local/part.mts stop $*

##@ Build and test
.PHONY: build test test-unit test-integration test-e2e test-browser test-resilience
build: ## Compile everything that changed.
	@$(RUN) scripts/local/build.mts
test: ## Run all tests on backing services of their own (ARGS="-t 'a name'" goes to jest).
	@$(RUN) scripts/local/test.mts $(ARGS)
test-unit: ## Run the tests that need nothing.
	@$(RUN) scripts/local/test.mts --project unit $(ARGS)
test-integration: ## Run the tests of single services against real backing services.
	@$(RUN) scripts/local/test.mts --project integration $(ARGS)
test-e2e: ## Run the tests through the whole system.
	@$(RUN) scripts/local/test.mts --project e2e $(ARGS)
test-browser: ## Run the tests of the page in a Chromium (SCREENSHOTS=1: take the README's pictures).
	@$(RUN) scripts/local/test.mts --project browser $(ARGS)
test-resilience: ## Run the tests that break parts of a system of their own.
	@$(RUN) scripts/local/test.mts --project resilience $(ARGS)

##@ Prove it
.PHONY: model
model: ## Explore the protocol's models within all their bounds: a minute or two (make test explores the smaller ones).
	@$(RUN) npm ci --prefix tests/specification --silent --no-audit --no-fund
	@MODEL_BOUNDS=thorough $(RUN) node_modules/.bin/jest --selectProjects model $(ARGS)

.PHONY: crash-points
crash-points: ## Let every effect on databases, queue and mail fail once, in every way (make test: in the three that matter most).
	@CRASH_POINTS=all $(RUN) scripts/local/test.mts --project crash-points $(ARGS)

.PHONY: fuzz
fuzz: ## Send all that the OpenAPI document allows and forbids, as a buyer and as an admin, for SECONDS=300.
	@FUZZ_SECONDS=$(or $(SECONDS),300) $(RUN) scripts/local/test.mts --project fuzz $(ARGS)

.PHONY: chaos
chaos: ## Break every part of a system under load, in turn, and audit it: twenty minutes (ARGS="Redis disk": the faults with one of these words).
	@$(RUN) scripts/local/chaos.mts $(ARGS)

.PHONY: soak
soak: ## Break one system for HOURS=2, with seeds of the simulator in turn, and watch memory, open files and databases (SEED=n ROUND=n: the faults of that round).
	@$(RUN) scripts/local/soak.mts

.PHONY: upgrade-test
upgrade-test: ## Upgrade a system under load from the version before and back, through every mix of services: ten minutes (FROM=a commit, or the path of a built checkout).
	@$(RUN) scripts/local/upgrade-test.mts $(FROM)

.PHONY: simulate
simulate: ## Play fresh seeds of the simulator for SECONDS=30, or tell the story of SEED=n (FAULT="its name": with a planted fault).
	@$(RUN) scripts/local/simulate.mts

##@ Measure it
.PHONY: bench bench-quick bench-peers
bench: ## Measure how fast it is beside its references (ARGS="--against ../before --only place": beside another checkout).
	@$(RUN) scripts/bench/main.mts $(ARGS)
bench-quick: ## The same in two minutes; fails when a goal that it measures is missed.
	@$(RUN) scripts/bench/main.mts --quick $(ARGS)
bench-peers: ## Compare it with Vendure and Medusa, installed from npm beside a PostgreSQL of their own (Debian's package): fifteen minutes.
	@$(RUN) scripts/bench/peers/main.mts $(ARGS)

##@ Check and generate
.PHONY: check format lint boundaries generate generate-check
check: ## Everything that needs no backing services: format, types, lint, boundaries, protos, unit tests. The one gate.
	@$(RUN) scripts/local/check.mts
format: ## Format every file.
	@$(RUN) node_modules/.bin/prettier --write --log-level warn .
lint: ## Lint every file.
	@$(RUN) node_modules/.bin/eslint --max-warnings 0 .
boundaries: ## Check which files may import which.
	@$(RUN) node_modules/.bin/depcruise proto/src services tests
generate: ## Generate the types of the protos, and the pages of docs/reference.
	@$(RUN) scripts/generate/protos.mts
	@$(RUN) scripts/generate/reference.mts
generate-check: ## Fail where what is generated is not what was committed.
	@$(RUN) scripts/generate/protos.mts --check
	@$(RUN) scripts/generate/reference.mts --check

##@ Deploy it
.PHONY: chart-test chart-docs images manifests
chart-test: ## Test the chart's rendered objects; needs helm, no cluster.
	@$(RUN) node_modules/.bin/jest --selectProjects chart $(ARGS)
chart-docs: ## Write the table of values into the chart's README.
	@$(RUN) scripts/generate/chart-docs.mts
cluster-test: ## Test the chart and the images in the cluster of the current context, if it is a local one; needs helm, kubectl (MUTUAL_TLS=on or off: in all releases).
	@$(RUN) scripts/cluster/test.mts $(ARGS)
images: ## Build the image of every service, with docker or buildah (IMAGE_PREFIX=registry/order-placing-).
	@scripts/cluster/build-images.sh
manifests: ## Render one plain YAML for kubectl apply -f (VALUES=deploy/environments/production.yaml, JWT_KEY=jwt.pem, NAMESPACE=default, RELEASE=orders).
	@helm template $(or $(RELEASE),orders) charts/order-placing --no-hooks -n $(or $(NAMESPACE),default) -f $(or $(VALUES),deploy/environments/local.yaml) \
		$(if $(JWT_KEY),--set-file secrets.jwt.privateKey=$(JWT_KEY))

.PHONY: lint-workflows release-check release-notes release-chart
lint-workflows: ## Lint the workflows of GitHub; needs go, and uses shellcheck where it is.
	@go run github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
release-check: ## Say whether a tag may be released: one version everywhere, its changes written down (TAG=v1.2.3).
	@$(RUN) scripts/release/main.mts check $(TAG)
release-notes: ## Print what the CHANGELOG says of a tag (TAG=v1.2.3).
	@$(RUN) scripts/release/main.mts notes $(TAG)
release-chart: ## Package the chart with a release's images in it; changes values.yaml (REGISTRY=ghcr.io/shop, DIGESTS=folder, OUT=folder).
	@$(RUN) scripts/release/main.mts pin-images $(REGISTRY) $(DIGESTS)
	@helm package charts/order-placing --destination $(OUT)
