# One image for every process: `galata up` (the default), `celery … beat`, `celery … worker`, `galata web`, `galata migrate`.
# compose.yaml runs them; docs/operations.md tells how.

# Debian's compiler stays in this stage: a dependency without a wheel for the platform is built here.
FROM python:3.11-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_NO_INPUT=1
WORKDIR /build
RUN python -m venv /tools && python -m venv --without-pip /opt/galata
COPY requirements.txt ./
RUN /tools/bin/python -m pip install --require-hashes -r requirements.txt \
 && /tools/bin/python -m pip --python /opt/galata/bin/python install --require-hashes -r requirements.txt
COPY pyproject.toml README.md ./
COPY alembic alembic
COPY config config
COPY db db
COPY seeds seeds
COPY worker worker
# The builder is pinned in the list too (pyproject.toml, `build`), so that nothing unpinned is fetched; it does not stay.
RUN /tools/bin/python -m hatchling build -t wheel -d /dist \
 && /tools/bin/python -m pip --python /opt/galata/bin/python install --no-deps --no-index /dist/*.whl \
 && /tools/bin/python -m pip --python /opt/galata/bin/python uninstall --yes \
      hatchling editables pathspec pluggy tomlkit trove-classifiers

FROM python:3.11-slim-bookworm
RUN python -m pip uninstall --yes --root-user-action=ignore pip setuptools wheel \
 && useradd --system --uid 10001 --home-dir /var/lib/galata --shell /usr/sbin/nologin galata \
 && install --directory --owner=galata --group=galata /var/lib/galata /etc/galata
COPY --from=build /opt/galata /opt/galata
# A worker that is told to stop gives back after 25 s what it has not finished (worker/app.py); other processes do not
# look at REMAP_SIGTERM. No init beside it: each process reaps its own children and hears its own signals.
ENV PATH="/opt/galata/bin:$PATH" \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    REMAP_SIGTERM=SIGQUIT \
    GALATA_DATA_DIR=/var/lib/galata \
    GALATA_CONFIG_DIR=/etc/galata
# A number, so that a cluster that allows no root can see that it is none.
USER 10001
WORKDIR /var/lib/galata
VOLUME /var/lib/galata
STOPSIGNAL SIGTERM
# Of `galata up`: that ticks run, not that a process is there. compose.yaml has the others'.
HEALTHCHECK --interval=60s --timeout=30s --start-period=60s --retries=3 CMD ["galata", "status", "--alive", "scheduler"]
CMD ["galata", "up"]
