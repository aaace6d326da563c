"""A small ODD compiler: one TEI customisation in, RELAX NG, XML Schema and Schematron out.

It knows the part of ODD that a *closed* customisation needs: every element says its whole content in Pure ODD and its
whole list of attributes, and refers to nothing but what the same file defines. It is no replacement for the TEI's own
tools, which read the same file.
"""
