"""Every address of the desk stands behind the door."""

from haidang.web.desk.urls import urlpatterns


def test_every_view_of_the_desk_but_the_choice_of_language_is_behind_the_door() -> None:
    open_views = {str(entry.pattern) for entry in urlpatterns if not hasattr(entry.callback, "__wrapped__")}
    assert open_views == set()
    behind = {str(entry.pattern): entry.callback.__module__ for entry in urlpatterns}
    assert all(module.startswith("haidang.web.desk.") for module in behind.values())
