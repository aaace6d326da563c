<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI memorandum to plain text that reads without a legend. The result is a small tree that layout.py wraps:
      block   begins and ends a line; @gap="1" a blank line round it, @indent columns for all of it, @hang more for
              all but the first line, @glue="yes" the next block goes on in its last line
      br      a line ends here
      rule    a line across the page
  Overriding works as in html.xsl: import memcon:text.xsl and write a template for the element.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">
  <xsl:import href="common.xsl"/>
  <xsl:import href="facts.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:variable name="called" select="$text//t:note[@xml:id][key('calls', @xml:id)]"/>

  <!-- == The page ================================================================================ -->
  <xsl:template match="/">
    <page>
      <block gap="1">
        <block><xsl:call-template name="main-title"/></block>
        <xsl:for-each select="$subjects"><block><xsl:value-of select="normalize-space()"/></block></xsl:for-each>
      </block>
      <block gap="1"><xsl:call-template name="facts"/></block>
      <rule/>
      <xsl:apply-templates select="$text"/>
      <xsl:if test="$called">
        <rule/>
        <block gap="1">Notes</block>
        <xsl:apply-templates select="$called" mode="note"/>
      </xsl:if>
      <rule/>
      <block gap="1"><xsl:call-template name="citation"/></block>
    </page>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <block hang="2"><xsl:value-of select="concat($name, ': ', $value)"/></block>
  </xsl:template>

  <!-- An address behind what it is the address of. -->
  <xsl:template name="link">
    <xsl:param name="url"/>
    <xsl:param name="content"/>
    <xsl:value-of select="$content"/>
    <xsl:if test="$url and not(string($content) = $url)"><xsl:value-of select="concat(' &lt;', $url, '&gt;')"/></xsl:if>
  </xsl:template>

  <!-- == Blocks ================================================================================== -->
  <xsl:template match="t:text | t:group | t:choice | t:certainty | t:subst | t:table"><xsl:apply-templates/></xsl:template>

  <xsl:template match="t:front | t:body | t:back | t:div | t:floatingText | t:opener | t:closer | t:postscript | t:lg | t:address
      | t:argument | t:figure">
    <block gap="1"><xsl:apply-templates/></block>
  </xsl:template>

  <xsl:template match="t:p | t:ab | t:head | t:trailer | t:dateline | t:cit">
    <block gap="1"><xsl:apply-templates/></block>
  </xsl:template>
  <xsl:template match="t:l | t:addrLine | t:salute | t:signed | t:byline"><block><xsl:apply-templates/></block></xsl:template>

  <!-- == Turns: the printed label, and what was said in its line ================================= -->
  <xsl:template match="t:sp"><block gap="1"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="t:speaker">
    <block gap="1" glue="yes">
      <xsl:apply-templates/>
      <xsl:if test="../t:certainty or t:certainty"> [speaker uncertain]</xsl:if>
    </block>
  </xsl:template>
  <xsl:template match="t:sp/t:stage"><block gap="1"><xsl:apply-templates/></block></xsl:template>
  <!-- (interrupts the translator): stands behind the label, in its line, and so does what follows. -->
  <xsl:template match="t:sp/t:stage[preceding-sibling::*[1]/self::t:speaker]">
    <block gap="1" glue="yes"><xsl:apply-templates/></block>
  </xsl:template>
  <xsl:template match="t:div/t:stage | t:body/t:stage | t:front/t:stage | t:back/t:stage
      | t:div/t:ellipsis | t:body/t:ellipsis | t:sp/t:ellipsis | t:div/t:metamark | t:body/t:metamark | t:sp/t:metamark
      | t:div/t:gap | t:body/t:gap" priority="1">
    <block gap="1"><xsl:apply-templates select="." mode="in-line"/></block>
  </xsl:template>

  <!-- == Lists and quotations ==================================================================== -->
  <xsl:template match="t:list"><block gap="1"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="t:list//t:list"><block indent="2"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="t:list/t:label"><block hang="2" glue="yes"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="t:list/t:item"><block hang="2"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="t:item"><block><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="t:quote[t:p or t:list or t:head] | t:div/t:quote | t:body/t:quote | t:sp/t:quote">
    <block gap="1" indent="4"><xsl:apply-templates/></block>
  </xsl:template>
  <xsl:template match="t:p//t:floatingText | t:sp//t:floatingText"><block gap="1" indent="4"><xsl:apply-templates/></block></xsl:template>
  <!-- A row is a line, its cells divided by bars. -->
  <xsl:template match="t:row"><block><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="t:cell"><xsl:if test="preceding-sibling::t:cell[1]"> | </xsl:if><xsl:apply-templates/></xsl:template>

  <!-- == Notes =================================================================================== -->
  <xsl:template match="t:note[@xml:id][key('calls', @xml:id)]" priority="2"/>
  <xsl:template match="t:div/t:note | t:body/t:note | t:sp/t:note | t:front/t:note | t:back/t:note | t:list/t:note">
    <block gap="1"><xsl:apply-templates/></block>
  </xsl:template>
  <xsl:template match="t:note"><xsl:apply-templates/></xsl:template>
  <xsl:template match="t:note/t:label"><xsl:apply-templates/><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="t:note" mode="note">
    <block gap="1" hang="4">
      <xsl:if test="not(t:label) and @n"><block glue="yes"><xsl:value-of select="concat(@n, '.')"/></block></xsl:if>
      <xsl:if test="t:label"><block glue="yes"><xsl:apply-templates select="t:label[1]/node()"/></block></xsl:if>
      <xsl:apply-templates select="node()[not(self::t:label[not(preceding-sibling::t:label)])]"/>
    </block>
  </xsl:template>
  <xsl:template match="t:ref[@type = 'noteMark']">
    <xsl:text>[note </xsl:text><xsl:value-of select="translate(normalize-space(), '[]^', '')"/><xsl:text>]</xsl:text>
  </xsl:template>

  <!-- == In the line ============================================================================= -->
  <xsl:template match="t:ellipsis | t:metamark | t:gap"><xsl:apply-templates select="." mode="in-line"/></xsl:template>
  <xsl:template match="t:ellipsis | t:metamark" mode="in-line"><xsl:apply-templates mode="in-ellipsis"/></xsl:template>
  <xsl:template match="t:metamark" mode="in-ellipsis"><xsl:apply-templates select="." mode="in-line"/></xsl:template>
  <xsl:template match="node()" mode="in-ellipsis" priority="-1"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="t:gap" mode="in-line">
    <xsl:apply-templates/>
    <xsl:if test="not(normalize-space())">[<xsl:call-template name="gap-words"/>]</xsl:if>
  </xsl:template>
  <xsl:template match="t:del | t:hi[contains(@rend, 'strike')]">[struck: <xsl:apply-templates/>]</xsl:template>
  <xsl:template match="t:corr | t:reg | t:expan"> [recte <xsl:apply-templates/>]</xsl:template>
  <!-- The translator's brackets are printed; what the edition supplies without any gets them. -->
  <xsl:template match="t:supplied[not(starts-with(normalize-space(), '[')) and not(starts-with(normalize-space(), '('))]">
    <xsl:text>[</xsl:text><xsl:apply-templates/><xsl:text>]</xsl:text>
  </xsl:template>

  <!-- Page furniture in braces: in the line it interrupts, or on a line of its own. -->
  <xsl:template match="t:fw"><xsl:call-template name="furniture"/></xsl:template>
  <xsl:template match="t:div/t:fw | t:body/t:fw | t:sp/t:fw | t:front/t:fw | t:back/t:fw | t:text/t:fw | t:list/t:fw">
    <block gap="1"><xsl:call-template name="furniture"/></block>
  </xsl:template>
  <!-- A bare number says what it is. -->
  <xsl:template name="furniture">
    <xsl:text>{</xsl:text>
    <xsl:if test="@type = 'pageNum' and translate(normalize-space(), '0123456789', '') = ''">page number </xsl:if>
    <xsl:apply-templates/>
    <xsl:text>}</xsl:text>
  </xsl:template>
  <xsl:template match="t:fw//t:lb" priority="1"> / </xsl:template>
  <xsl:template match="t:pb[normalize-space(@n) and not(@break = 'no')]">
    <xsl:text> {page </xsl:text><xsl:value-of select="normalize-space(@n)"/><xsl:text>} </xsl:text>
  </xsl:template>
  <xsl:template match="t:div/t:pb[normalize-space(@n)] | t:body/t:pb[normalize-space(@n)] | t:sp/t:pb[normalize-space(@n)]
      | t:front/t:pb[normalize-space(@n)] | t:back/t:pb[normalize-space(@n)] | t:text/t:pb[normalize-space(@n)]" priority="1">
    <block gap="1">{page <xsl:value-of select="normalize-space(@n)"/>}</block>
  </xsl:template>
  <!-- Where the number is printed beside the break, it is not said twice. -->
  <xsl:template match="t:pb[following-sibling::*[1]/self::t:fw[@type = 'pageNum']]" priority="2"/>
  <xsl:template match="t:pb | t:milestone | t:anchor | t:cb | t:space"/>
  <xsl:template match="t:lb"><br/></xsl:template>
  <!-- A word cut by a line's end is joined. -->
  <xsl:template match="t:lb[@break = 'no'] | t:pc[@force = 'weak']"/>

  <!-- What needs no sign in plain text. -->
  <xsl:template match="t:hi | t:emph | t:foreign | t:supplied | t:sic | t:orig | t:abbr | t:unclear | t:add | t:seg | t:s | t:w | t:c
      | t:num | t:measure | t:rs | t:stamp | t:persName | t:placeName | t:orgName | t:name | t:surname | t:forename | t:roleName
      | t:addName | t:genName | t:nameLink | t:term | t:title | t:ref | t:date | t:time | t:idno | t:lang | t:mentioned | t:soCalled
      | t:gloss | t:distinct | t:said | t:q | t:quote | t:bibl | t:biblScope | t:publisher | t:pubPlace | t:author | t:editor
      | t:locale | t:settlement | t:country | t:region | t:geogName | t:email | t:figDesc | t:label | t:affiliation | t:objectName
      | t:eventName | t:desc | t:pc | t:stage">
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="t:ptr"><xsl:value-of select="@target"/></xsl:template>
</xsl:stylesheet>
