"""temporary"""


def fardigstall(ra):
    return ra
