# The program as one image: gunicorn on port 8000, without root, static files inside.
FROM python:3.12-slim-bookworm

# WeasyPrint's libraries, the only ones that Python's packages do not bring.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin vbeplan

ENV PYTHONUNBUFFERED=1
WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes \
    -r requirements.txt
COPY . .

# The settings refuse to load without keys and a host; these three are not kept.
RUN SECRET_KEY=only-for-this-line-0123456789-0123456789-0123456789 ALLOWED_HOSTS=build \
    NYCKLAR=build:only-for-this-line-0123456789-0123456789-01 \
    python manage.py collectstatic --noinput --verbosity 0 \
 && chown -R vbeplan var
USER vbeplan

EXPOSE 8000
# Asks as the proxy would: by the server's first name and over what counts as TLS.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["python", "-c", "\
import os, urllib.request as web; \
host = os.environ['ALLOWED_HOSTS'].split(',')[0].strip().lstrip('.*') or 'localhost'; \
headers = {'Host': host, 'X-Forwarded-Proto': 'https'}; \
web.urlopen(web.Request('http://127.0.0.1:8000/halsa/', headers=headers), timeout=4)"]
CMD ["sh", "-c", "python manage.py migrate --noinput --verbosity 0 && exec gunicorn --config vbeplan/server.py --bind 0.0.0.0:8000"]
