from explainer.verify.verdict import Verdict, verify

__all__ = ["Verdict", "verify"]
