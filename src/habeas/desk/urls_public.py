"""The public site's addresses. No person stands behind any of them, and none of the desk's is served here."""

from django.urls import path

from habeas.desk.views import public

urlpatterns = [
    path("", public.home, name="home"),
    path("seal.png", public.seal, name="seal"),
    path("published/", public.published, name="published"),
    path("law/", public.law, name="law"),
    path("law/map/", public.law_map, name="law_map"),
    path("figures/", public.figures, name="figures"),
    path("figures/<int:version>/", public.figures, name="figures_release"),
    path("figures/<int:version>/<str:name>", public.figures_file, name="figures_file"),
    path("held/", public.held, {"code": "en"}, name="held"),
    path("held/<str:code>/", public.held, name="held_in"),
    path("reporters/", public.reporters, name="reporters"),
]

handler404 = "habeas.desk.views.public.missing"
handler500 = "habeas.desk.views.public.broken"
