"""Headers that every answer carries, whichever room it comes from."""

from django.conf import settings
from django.utils.cache import patch_vary_headers


class InnehallspolicyMiddleware:
    """Send `SECURE_CSP` as Content-Security-Policy; same setting as Django 6."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.policy = "; ".join(
            f"{namn} {' '.join(kallor)}" for namn, kallor in settings.SECURE_CSP.items()
        )

    def __call__(self, request):
        response = self.get_response(request)
        # A bare frame that the browser kept must not come back as the page.
        patch_vary_headers(response, ["HX-Request"])
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()"
        )
        return response
