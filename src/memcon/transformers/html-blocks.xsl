<?xml version="1.0" encoding="UTF-8"?>
<!-- The blocks of the text: divisions, headings, turns, paragraphs, lists, quotations, page furniture. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">

  <!-- == Attributes every element of the text gets =============================================== -->
  <!-- The xml:id as an address: only where it is one (no space, no colon) and the first of its kind. -->
  <xsl:template name="address">
    <xsl:if test="@xml:id and translate(@xml:id, ' :&#9;&#10;&#13;', '') = @xml:id
        and generate-id() = generate-id(key('id', @xml:id)[1])">
      <xsl:value-of select="@xml:id"/>
    </xsl:if>
  </xsl:template>

  <!-- The address as id; language and direction. -->
  <xsl:template name="id">
    <xsl:if test="@xml:id">
      <xsl:variable name="address"><xsl:call-template name="address"/></xsl:variable>
      <xsl:if test="string($address)">
        <xsl:attribute name="id"><xsl:value-of select="$address"/></xsl:attribute>
      </xsl:if>
    </xsl:if>
    <xsl:if test="@xml:lang">
      <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
      <xsl:if test="contains(' ar fa he ur yi ', concat(' ', substring-before(concat(@xml:lang, '-'), '-'), ' '))">
        <xsl:attribute name="dir">rtl</xsl:attribute>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Class: the words given, then @type as a word of its own, so that an edition can style it. -->
  <xsl:template name="class">
    <xsl:param name="name" select="local-name()"/>
    <xsl:attribute name="class">
      <xsl:value-of select="$name"/>
      <xsl:if test="@type"><xsl:value-of select="concat(' ', $name, '-', translate(normalize-space(@type), ' ', '-'))"/></xsl:if>
    </xsl:attribute>
    <xsl:call-template name="id"/>
  </xsl:template>

  <!-- == Divisions =============================================================================== -->
  <xsl:template match="t:text | t:group"><xsl:apply-templates/></xsl:template>

  <xsl:template match="t:front | t:body | t:back | t:div | t:floatingText | t:opener | t:closer | t:postscript | t:figure | t:argument">
    <div><xsl:call-template name="class"/><xsl:apply-templates/></div>
  </xsl:template>

  <!-- == Headings, in order: h2 is the text itself, each level within it one deeper ============== -->
  <xsl:template match="t:head">
    <xsl:call-template name="heading"/>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:variable name="depth" select="2 + count(ancestor::*[key('headings', generate-id())])"/>
    <xsl:variable name="level" select="concat(substring($depth, 1 div ($depth &lt; 6)), substring('6', 1 div not($depth &lt; 6)))"/>
    <xsl:element name="h{$level}">
      <xsl:call-template name="class"/>
      <xsl:apply-templates/>
      <xsl:if test="self::t:speaker"><xsl:call-template name="speaker-added"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- == Turns =================================================================================== -->
  <!-- What stands before the label (a page break) stays before it; the rest is what was said. -->
  <xsl:template match="t:sp">
    <div class="turn">
      <xsl:call-template name="id"/>
      <xsl:choose>
        <xsl:when test="t:speaker">
          <xsl:apply-templates select="t:speaker[1]/preceding-sibling::node()"/>
          <div class="label">
            <xsl:apply-templates select="t:speaker[1]"/>
            <xsl:call-template name="permalink"/>
          </div>
          <div class="said"><xsl:apply-templates select="t:speaker[1]/following-sibling::node()"/></div>
        </xsl:when>
        <xsl:otherwise><div class="said"><xsl:apply-templates/></div></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <xsl:template match="t:speaker"><xsl:call-template name="heading"/></xsl:template>

  <!-- Only an xml:id is an address: a number counted here would move when the file is edited. -->
  <xsl:template name="permalink">
    <xsl:variable name="address"><xsl:call-template name="address"/></xsl:variable>
    <xsl:if test="string($address)">
      <a class="permalink" href="#{$address}" aria-label="Address of this turn, {$address}"><xsl:call-template name="english"/>¶</a>
    </xsl:if>
  </xsl:template>

  <!-- Who it is, where the label does not have the surname (THE PRESIDENT); whether that is in doubt. -->
  <xsl:template name="speaker-added">
    <xsl:variable name="who" select="key('id', substring-after(../@who, '#'))[self::t:person]"/>
    <xsl:variable name="name"><xsl:for-each select="$who"><xsl:call-template name="person-name"/></xsl:for-each></xsl:variable>
    <xsl:variable name="surname"><xsl:call-template name="last-word"><xsl:with-param name="words" select="$name"/></xsl:call-template></xsl:variable>
    <xsl:variable name="upper">ABCDEFGHIJKLMNOPQRSTUVWXYZ</xsl:variable>
    <xsl:variable name="lower">abcdefghijklmnopqrstuvwxyz</xsl:variable>
    <xsl:if test="string($surname) and not(contains(translate(., $upper, $lower), translate($surname, $upper, $lower)))">
      <xsl:text> </xsl:text>
      <span class="who" title="identified by the edition">(<xsl:value-of select="$name"/>)</span>
    </xsl:if>
    <xsl:if test="../t:certainty or t:certainty or ../@cert = 'low' or ../@cert = 'medium'">
      <xsl:text> </xsl:text>
      <span class="who">(speaker uncertain)</span>
    </xsl:if>
  </xsl:template>

  <xsl:template name="last-word">
    <xsl:param name="words"/>
    <xsl:choose>
      <xsl:when test="contains($words, ' ')">
        <xsl:call-template name="last-word"><xsl:with-param name="words" select="substring-after($words, ' ')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- == Paragraphs ============================================================================== -->
  <!-- An HTML paragraph cannot hold blocks: one that has a list or a quotation in it is a div. -->
  <xsl:template match="t:p | t:ab | t:l | t:salute | t:signed | t:byline | t:dateline | t:trailer | t:addrLine">
    <xsl:call-template name="block">
      <xsl:with-param name="class"><xsl:if test="not(self::t:p)"><xsl:value-of select="local-name()"/></xsl:if></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="block">
    <xsl:param name="class"/>
    <xsl:variable name="inside" select="boolean(descendant::*[self::t:p or self::t:ab or self::t:list or self::t:floatingText
        or self::t:table or self::t:sp or self::t:head or self::t:lg or self::t:figure or self::t:quote[t:p or t:list]])"/>
    <xsl:element name="{substring('div', 1 div $inside)}{substring('p', 1 div not($inside))}">
      <xsl:if test="string($class) or $inside">
        <xsl:attribute name="class">
          <xsl:value-of select="normalize-space(concat(substring('para', 1 div $inside), ' ', $class))"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:call-template name="id"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="t:lg | t:address"><div><xsl:call-template name="class"/><xsl:apply-templates/></div></xsl:template>

  <!-- == Stage directions, notes and omissions: a block of their own, or within a line =========== -->
  <xsl:template match="t:div/t:stage | t:body/t:stage | t:sp/t:stage | t:front/t:stage | t:back/t:stage">
    <xsl:call-template name="block"><xsl:with-param name="class">stage</xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template match="t:div/t:ellipsis | t:body/t:ellipsis | t:sp/t:ellipsis | t:front/t:ellipsis | t:back/t:ellipsis
      | t:div/t:metamark | t:body/t:metamark | t:sp/t:metamark" priority="1">
    <p class="omission-block"><xsl:call-template name="id"/><xsl:apply-templates select="." mode="in-line"/></p>
  </xsl:template>

  <xsl:template match="t:div/t:gap | t:body/t:gap | t:sp/t:gap | t:front/t:gap | t:back/t:gap" priority="1">
    <p class="gap-block"><xsl:apply-templates select="." mode="in-line"/></p>
  </xsl:template>

  <!-- A note that is called from the text is shown with the others (mode "note" in html.xsl). -->
  <xsl:template match="t:note[@xml:id][key('calls', @xml:id)]" priority="2"/>

  <xsl:template match="t:div/t:note | t:body/t:note | t:sp/t:note | t:front/t:note | t:back/t:note | t:list/t:note">
    <xsl:variable name="class" select="concat('note note-', translate(normalize-space(@type), ' ', '-'))"/>
    <xsl:choose>
      <xsl:when test="t:p or t:list">
        <div class="{$class}"><xsl:call-template name="id"/><xsl:apply-templates/></div>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="block"><xsl:with-param name="class" select="$class"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- == Quotations ============================================================================== -->
  <!-- The quotation marks are printed text. -->
  <xsl:template match="t:quote[t:p or t:list or t:head] | t:div/t:quote | t:body/t:quote | t:sp/t:quote | t:item/t:quote[t:p] | t:cit">
    <blockquote><xsl:call-template name="class"/><xsl:apply-templates/></blockquote>
  </xsl:template>

  <!-- == Lists =================================================================================== -->
  <!-- Labels that are fields (SUBJECT:) or terms make a dl. -->
  <xsl:template match="t:list[@type = 'fields' or @type = 'gloss'][t:label]">
    <xsl:apply-templates select="t:head"/>
    <dl><xsl:call-template name="class"/><xsl:apply-templates select="node()[not(self::t:head)]" mode="field"/></dl>
  </xsl:template>

  <xsl:template match="t:label" mode="field">
    <dt><xsl:call-template name="id"/><xsl:apply-templates/></dt>
    <xsl:if test="not(following-sibling::*[1]/self::t:item)"><dd></dd></xsl:if>
  </xsl:template>
  <xsl:template match="t:item" mode="field"><dd><xsl:call-template name="id"/><xsl:apply-templates/></dd></xsl:template>
  <xsl:template match="*" mode="field"><dd class="between"><xsl:apply-templates select="."/></dd></xsl:template>

  <!-- Any other list: the printed bullet or number is the marker, and HTML adds none. -->
  <xsl:template match="t:list">
    <xsl:apply-templates select="t:head"/>
    <ul><xsl:call-template name="class"/><xsl:apply-templates select="node()[not(self::t:head)]" mode="entry"/></ul>
  </xsl:template>

  <xsl:template match="t:item" mode="entry">
    <li>
      <xsl:call-template name="id"/>
      <xsl:variable name="label" select="preceding-sibling::*[1]/self::t:label"/>
      <xsl:choose>
        <xsl:when test="$label">
          <xsl:attribute name="class">labelled</xsl:attribute>
          <xsl:apply-templates select="$label"/>
          <xsl:text> </xsl:text>
          <div class="item"><xsl:apply-templates/></div>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>
  <xsl:template match="t:label" mode="entry">
    <xsl:if test="not(following-sibling::*[1]/self::t:item)"><li><xsl:apply-templates select="."/></li></xsl:if>
  </xsl:template>
  <xsl:template match="*" mode="entry"><li class="between"><xsl:apply-templates select="."/></li></xsl:template>

  <!-- Text straight in a list is no TEI, but it is text. -->
  <xsl:template match="text()" mode="entry"><li><xsl:value-of select="."/></li></xsl:template>
  <xsl:template match="text()" mode="field"><dd><xsl:value-of select="."/></dd></xsl:template>

  <!-- An item outside a list is a paragraph. -->
  <xsl:template match="t:item"><div class="item"><xsl:apply-templates/></div></xsl:template>

  <!-- == Tables ================================================================================== -->
  <xsl:template match="t:table">
    <xsl:apply-templates select="node()[not(self::t:row)]"/>
    <table><xsl:call-template name="class"/><xsl:apply-templates select="t:row"/></table>
  </xsl:template>
  <xsl:template match="t:row"><tr><xsl:call-template name="id"/><xsl:apply-templates/></tr></xsl:template>
  <xsl:template match="t:cell"><td><xsl:call-template name="id"/><xsl:apply-templates/></td></xsl:template>
  <xsl:template match="t:cell[@role = 'label'] | t:row[@role = 'label']/t:cell"><th><xsl:call-template name="id"/><xsl:apply-templates/></th></xsl:template>
</xsl:stylesheet>
